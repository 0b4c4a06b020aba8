import { makeAutoObservable, runInAction } from 'mobx';
import type { AwardRow } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';

/** A branch's awards: those that wait for the manager, and what became of the others. */
export class AwardsStore {
  awards: AwardRow[] | null = null;
  /** What the manager is about to decide. */
  deciding: { award: AwardRow; approved: boolean } | null = null;
  /** What was decided just now. */
  decided: AwardRow | null = null;
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  get waiting(): AwardRow[] {
    return this.awards?.filter((award) => award.state === 'proposed') ?? [];
  }

  get settled(): AwardRow[] {
    return this.awards?.filter((award) => award.state !== 'proposed') ?? [];
  }

  async load(branchId: string): Promise<void> {
    await this.loading.run(async () => {
      const { awards } = await this.call('desk', 'awards', { branchId });
      runInAction(() => (this.awards = awards));
    });
  }

  ask(award: AwardRow, approved: boolean): void {
    this.deciding = { award, approved };
    this.decided = null;
    this.sending.forget();
  }

  leave(): void {
    this.deciding = null;
    this.sending.forget();
  }

  async decide(): Promise<void> {
    const { deciding } = this;
    if (!deciding) return;
    const { award, approved } = deciding;
    await this.sending.run(async () => {
      const decided = await this.call(
        'desk',
        'approve',
        { awardId: award.id, approved },
        { purpose: `approve:${award.id}` },
      );
      runInAction(() => {
        this.awards = this.awards?.map((other) => (other.id === decided.id ? decided : other)) ?? null;
        this.decided = decided;
        this.deciding = null;
      });
    });
  }
}
