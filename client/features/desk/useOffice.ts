import { useDidShow, useRouter } from '@tarojs/taro';
import { useStore } from '../../root';
import { DeskStore } from './deskStore';
import type { WorkplaceStore } from './workplaceStore';

interface Office {
  workplace: WorkplaceStore;
  /** The branch that the page is about; null for someone who works at none. */
  branchId: string | null;
  isKnown: boolean;
  /** Asks who works where, if need be, then for what the page shows. */
  reload: () => Promise<void>;
}

/** The branch that an office page was opened for (`?branchId=`), else the caller's own, whenever the page shows. */
export function useOffice(load: (branchId: string) => Promise<void>): Office {
  const { workplace } = useStore(DeskStore);
  const named = useRouter().params.branchId;
  const reload = async () => {
    await workplace.ready();
    const branchId = workplace.branchOf(named);
    if (branchId) await load(branchId);
  };
  useDidShow(() => void reload());
  return { workplace, branchId: workplace.branchOf(named), isKnown: workplace.roles !== null, reload };
}
