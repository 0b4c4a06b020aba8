import { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useStore } from '../../../root';
import { DeskStore } from '../deskStore';

/**
 * The branch whose books a page looks into, whenever it shows: the one it was opened for (`?branchId=`) or the
 * caller's own. The street may turn to another on the page itself.
 */
export function useAnyBranch(load: (branchId: string) => Promise<void>) {
  const { workplace } = useStore(DeskStore);
  const named = useRouter().params.branchId;
  const [chosen, setChosen] = useState<string | null>(null);
  const branchOf = (turnedTo: string | null) =>
    turnedTo ??
    workplace.branchOf(named) ??
    (workplace.isStreet ? (workplace.branches[0]?.id ?? null) : null);
  const reload = async (turnedTo = chosen) => {
    await workplace.ready();
    const branchId = branchOf(turnedTo);
    if (branchId) await load(branchId);
  };
  useDidShow(() => void reload());
  return {
    workplace,
    branchId: branchOf(chosen),
    isKnown: workplace.roles !== null,
    reload: () => reload(),
    choose: (branchId: string) => {
      setChosen(branchId);
      void reload(branchId);
    },
  };
}
