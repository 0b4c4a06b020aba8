import { makeAutoObservable, runInAction } from 'mobx';
import type { ClosingRow } from '../../../types/closing';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';

/** A difference of the last so many days is told wherever the day's work begins. */
const ALARMING_DAYS = 7;

/** 日终轧账: a branch's closings, newest first. */
export class ClosingsStore {
  branchId: string | null = null;
  closings: ClosingRow[] | null = null;
  more = false;
  readonly loading = new Progress();
  readonly goingBack = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** The latest days whose books do not fit. */
  get alarming(): ClosingRow[] {
    const latest = this.closings?.slice(0, ALARMING_DAYS) ?? [];
    return latest.filter(({ differences }) => differences.length > 0);
  }

  /** Fetches a branch's newest; what was shown of the same one stays until they are there. */
  async load(branchId: string): Promise<void> {
    if (branchId !== this.branchId) {
      this.branchId = branchId;
      this.closings = null;
      this.more = false;
    }
    await this.loading.run(() => this.fetch());
  }

  async loadEarlier(): Promise<void> {
    const before = this.closings?.at(-1)?.day;
    if (before) await this.goingBack.run(() => this.fetch(before));
  }

  private async fetch(before?: string): Promise<void> {
    const { branchId } = this;
    if (!branchId) return;
    const { closings, more } = await this.call('desk', 'closings', { branchId, ...(before && { before }) });
    // Another branch was turned to meanwhile.
    if (branchId !== this.branchId) return before ? undefined : this.fetch();
    runInAction(() => {
      this.closings = before ? [...(this.closings ?? []), ...closings] : closings;
      this.more = more;
    });
  }
}
