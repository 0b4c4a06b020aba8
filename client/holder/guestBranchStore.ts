import { makeAutoObservable, runInAction } from 'mobx';
import type { BranchRow } from '../../types/routes';
import type { CallCloud } from '../cloud/callCloud';
import { storage } from '../platform/storage';

const KEY = 'bank.guestBranch';

/** Which branch somebody looks around in who has no passbook yet. */
export class GuestBranchStore {
  branches: BranchRow[] | null = null;
  chosenId: string | null = storage.get<string>(KEY);
  error: unknown = null;

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** Where there is only one branch, nobody has to choose. */
  async load(): Promise<void> {
    try {
      const { branches } = await this.call('passbook', 'branches', {});
      runInAction(() => {
        this.branches = branches;
        this.error = null;
      });
      if (branches.length === 1) this.choose(branches[0]!.id);
    } catch (error) {
      runInAction(() => (this.error = error));
    }
  }

  choose(branchId: string): void {
    this.chosenId = branchId;
    storage.set(KEY, branchId);
  }

  /** Forgets the choice, so that another one can be made. */
  askAgain(): void {
    this.chosenId = null;
    storage.remove(KEY);
    void this.load();
  }
}
