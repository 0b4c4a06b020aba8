import { useDidShow } from '@tarojs/taro';
import { useStore } from '../root';
import { GuestBranchStore } from './guestBranchStore';
import { HomeStore } from './homeStore';

/**
 * Whose activities and rewards a page shows: the open passbook's branch, or the one that a guest chose.
 * Page components only, and observers.
 * @param load is called with the branch whenever the page is shown and it is known
 * @param showsBalance whether what the passbook can spend is asked anew each time
 */
export function useBranch(load: (branchId: string) => Promise<void>, showsBalance = false) {
  const home = useStore(HomeStore);
  const guest = useStore(GuestBranchStore);

  const refresh = async () => {
    if (showsBalance && home.home) void home.load();
    else await home.loadOnce();
    if (!home.home) return;
    if (!home.branchId && !guest.chosenId) await guest.load();
    const branchId = home.branchId ?? guest.chosenId;
    if (branchId) await load(branchId);
  };
  const choose = (branchId: string) => {
    guest.choose(branchId);
    void refresh();
  };
  useDidShow(() => void refresh());

  const branchId = home.branchId ?? guest.chosenId;
  return {
    /** What kept the branch from being known. */
    error: home.home ? (branchId ? null : guest.error) : home.error,
    /** Branches of which a guest has to choose one first. */
    choices: branchId || !home.home ? null : guest.branches,
    choose,
    /** Lets a guest choose again. */
    askAgain: !home.branchId && guest.chosenId ? () => guest.askAgain() : null,
    refresh,
  };
}
