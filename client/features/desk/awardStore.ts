import { makeAutoObservable, runInAction } from 'mobx';
import type { EarningRule } from '../../../types/entities';
import type { AwardRow, PassbookRow, PublicRateCard } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { hasErrors, textError } from '../../fieldErrors';
import { PassbookSearchStore } from './passbookSearchStore';
import { Progress } from '../../cloud/progress';

const MOST_REASON = 300;

export interface AwardLevel {
  ruleId: string;
  level: string;
  title: string;
  points: number;
}

/** An award being proposed: whose, which level of the card in force, and why. A manager decides it later. */
export class AwardStore {
  readonly finder: PassbookSearchStore;
  card: PublicRateCard | null = null;
  passbook: PassbookRow | null = null;
  chosen: AwardLevel | null = null;
  reason = '';
  isChecked = false;
  proposed: AwardRow | null = null;
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(private readonly call: CallCloud) {
    this.finder = new PassbookSearchStore(call);
    makeAutoObservable<this, 'call'>(this, { call: false, finder: false });
  }

  /** Begins anew, with the card that says what awards there are. */
  async begin(branchId: string): Promise<void> {
    this.clear();
    await this.loading.run(async () => {
      const card = await this.call('rates', 'current', { branchId });
      runInAction(() => (this.card = card));
    });
  }

  private get rules(): EarningRule[] {
    return this.card?.earning.filter((rule) => rule.basis === 'award') ?? [];
  }

  get hasAwards(): boolean {
    return this.rules.length > 0;
  }

  /** What the card offers this kind of passbook. */
  get levels(): AwardLevel[] {
    const { passbook } = this;
    if (!passbook) return [];
    return this.rules
      .filter((rule) => rule.kinds.includes(passbook.kind))
      .flatMap((rule) => rule.levels.map((level) => ({ ruleId: rule.id, ...level })));
  }

  get errors(): Record<'level' | 'reason', string | undefined> {
    return {
      level: this.chosen ? undefined : '请选一个等级。',
      reason: textError(this.reason, '请写明做了什么好事，主任凭这个来批。', MOST_REASON),
    };
  }

  get shownErrors(): Partial<AwardStore['errors']> {
    return this.isChecked ? this.errors : {};
  }

  choosePassbook(passbook: PassbookRow | null): void {
    this.passbook = passbook;
    this.chosen = null;
    this.isChecked = false;
    this.sending.forget();
  }

  chooseLevel(chosen: AwardLevel): void {
    this.chosen = chosen;
  }

  writeReason(reason: string): void {
    this.reason = reason;
  }

  async propose(): Promise<void> {
    this.isChecked = true;
    const { passbook, chosen } = this;
    if (!passbook || !chosen || hasErrors(this.errors)) return;
    const { ruleId, level } = chosen;
    const input = { passbookId: passbook.id, ruleId, level, reason: this.reason.trim() };
    await this.sending.run(async () => {
      const proposed = await this.call('desk', 'award', input, {
        purpose: `award:${passbook.id}:${ruleId}:${level}`,
      });
      runInAction(() => (this.proposed = proposed));
    });
  }

  private clear(): void {
    this.finder.begin();
    this.passbook = this.chosen = this.proposed = null;
    this.reason = '';
    this.isChecked = false;
    this.sending.forget();
  }
}
