import { makeAutoObservable, runInAction } from 'mobx';
import type { Day } from '../../../types/day';
import type { PublicRateCard } from '../../../types/routes';
import { Progress } from '../../cloud/progress';
import type { CallCloud } from '../../cloud/callCloud';
import { RateDraftForm } from '../../rateDraft/rateDraftForm';

/** A branch's next rate card, written whole and published once. */
export class RateDraftStore {
  branchId = '';
  /** The card that the draft follows; null for the branch's first. */
  before: PublicRateCard | null = null;
  effectiveOn: Day = '';
  published: PublicRateCard | null = null;
  readonly form = new RateDraftForm();
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  /** Begins a draft after the newest card, with all of the branch's rewards to be priced. */
  async begin(branchId: string, before: PublicRateCard | null, earliest: Day): Promise<void> {
    await this.loading.run(async () => {
      const { rewards } = await this.call('desk', 'rewards', { branchId });
      runInAction(() => {
        this.branchId = branchId;
        this.before = before;
        this.effectiveOn = earliest;
        this.form.begin(before, rewards);
      });
    });
  }

  get version(): number {
    return (this.before?.version ?? 0) + 1;
  }

  chooseDay(day: Day): void {
    this.effectiveOn = day;
  }

  /** @returns whether the draft can be published as it is */
  check(): boolean {
    this.sending.forget();
    return this.form.check();
  }

  async publish(): Promise<void> {
    if (!this.check()) return;
    const { branchId, effectiveOn } = this;
    const input = { branchId, effectiveOn, ...this.form.wording };
    await this.sending.run(async () => {
      const published = await this.call('rates', 'publish', input, { purpose: `publishRates:${branchId}` });
      runInAction(() => (this.published = published));
    });
  }
}
