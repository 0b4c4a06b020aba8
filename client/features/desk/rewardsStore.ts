import { makeAutoObservable, runInAction } from 'mobx';
import type { Input, RewardRow } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { hasErrors, parseCount, textError } from '../../fieldErrors';
import { Progress } from '../../cloud/progress';

type StockEntryKind = Input<'desk', 'stock'>['kind'];

const MOST_LOTS = 100_000;

/** A branch's rewards and what of them is in stock. */
export class RewardsStore {
  branchId: string | null = null;
  rewards: RewardRow[] | null = null;
  /** The stock entry being written. */
  about: RewardRow | null = null;
  kind: StockEntryKind = 'received';
  lots = '';
  reason = '';
  isChecked = false;
  /** What was entered last. */
  entered: { name: string; kind: StockEntryKind; lots: number; onHand: number } | null = null;
  readonly loading = new Progress();
  readonly entering = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  async load(branchId: string): Promise<void> {
    if (branchId !== this.branchId) {
      this.rewards = null;
      this.entered = null;
    }
    this.branchId = branchId;
    await this.loading.run(async () => {
      const { rewards } = await this.call('desk', 'rewards', { branchId });
      runInAction(() => {
        if (branchId === this.branchId) this.rewards = rewards;
      });
    });
  }

  get hasUnpriced(): boolean {
    return this.rewards?.some((reward) => reward.points === null) ?? false;
  }

  askAbout(reward: RewardRow, kind: StockEntryKind): void {
    this.about = reward;
    this.kind = kind;
    this.lots = '';
    this.reason = '';
    this.isChecked = false;
    this.entered = null;
    this.entering.forget();
  }

  writeLots(lots: string): void {
    this.lots = lots;
  }

  writeReason(reason: string): void {
    this.reason = reason;
  }

  leave(): void {
    this.about = null;
  }

  get errors() {
    const lots = parseCount(this.lots, MOST_LOTS);
    const onHand = this.about?.stock.onHand ?? 0;
    const isTooMuch = this.kind === 'writtenOff' && lots !== null && lots > onHand;
    const ask =
      this.kind === 'received' ? '请写明来历，如“超市送货”。' : '请写明原因，如“受潮损坏”。会留下记录。';
    return {
      lots: isTooMuch ? `在库只有 ${onHand} 份。` : lots === null ? '请填份数，从 1 开始的整数。' : undefined,
      reason: textError(this.reason, ask, 100),
    };
  }

  get shownErrors(): Partial<RewardsStore['errors']> {
    return this.isChecked ? this.errors : {};
  }

  async enter(): Promise<void> {
    this.isChecked = true;
    const { about, kind } = this;
    const lots = parseCount(this.lots, MOST_LOTS);
    if (!about || lots === null || hasErrors(this.errors)) return;
    const input = { rewardId: about.id, kind, lots, reason: this.reason.trim() };
    await this.entering.run(async () => {
      const { stock } = await this.call('desk', 'stock', input, { purpose: `stock:${kind}:${about.id}` });
      runInAction(() => {
        this.rewards = (this.rewards ?? []).map((row) => (row.id === about.id ? { ...row, stock } : row));
        this.entered = { name: about.name, kind, lots, onHand: stock.onHand };
        this.about = null;
      });
    });
  }
}
