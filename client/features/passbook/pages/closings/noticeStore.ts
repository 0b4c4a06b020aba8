import { makeAutoObservable, runInAction } from 'mobx';
import type { PublishedClosing } from '../../../../../types/closing';
import type { CallCloud } from '../../../../cloud/callCloud';
import { Progress } from '../../../../cloud/progress';

/** 账目公告: the closings that a branch publishes, newest first, one of them hung out. */
export class NoticeStore {
  branchName = '';
  closings: PublishedClosing[] | null = null;
  more = false;
  readonly loading = new Progress();
  readonly goingBack = new Progress();
  private branchId: string | null = null;
  private chosenDay: string | null = null;

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** The day that hangs out: the one chosen, else the newest. */
  get shown(): PublishedClosing | null {
    return this.closings?.find(({ day }) => day === this.chosenDay) ?? this.closings?.[0] ?? null;
  }

  choose(day: string): void {
    this.chosenDay = day;
  }

  /** Fetches a branch's newest; what was shown of the same one stays until they are there. */
  async load(branchId: string): Promise<void> {
    if (branchId !== this.branchId) {
      this.branchId = branchId;
      this.closings = null;
      this.chosenDay = null;
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
    const answer = await this.call('passbook', 'closings', { branchId, ...(before && { before }) });
    // Another branch was turned to meanwhile.
    if (branchId !== this.branchId) return before ? undefined : this.fetch();
    runInAction(() => {
      this.branchName = answer.branchName;
      this.closings = before ? [...(this.closings ?? []), ...answer.closings] : answer.closings;
      this.more = answer.more;
    });
  }
}
