import { makeAutoObservable, runInAction } from 'mobx';
import { addDays, type Day, dayOf, MINUTE } from '../../../types/day';
import type { PublicRateCard } from '../../../types/routes';
import type { BankClock } from '../../cloud/bankClock';
import { isRefusal } from '../../cloud/CallError';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';

/** The bank takes a card for tomorrow until some minutes before midnight. */
const LEAD = 5 * MINUTE;

/** A branch's rate card in force, and those published that are still to come. */
export class RatesStore {
  branchId: string | null = null;
  inForce: PublicRateCard | null = null;
  upcoming: PublicRateCard[] = [];
  isKnown = false;
  readonly loading = new Progress();

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    makeAutoObservable<this, 'call' | 'clock'>(this, { call: false, clock: false });
  }

  async load(branchId: string): Promise<void> {
    if (branchId !== this.branchId) this.isKnown = false;
    this.branchId = branchId;
    await this.loading.run(async () => {
      const inForce = await this.card(branchId);
      const upcoming = await this.cardsAfter(branchId, inForce?.version ?? 0);
      runInAction(() => {
        if (branchId !== this.branchId) return;
        this.inForce = inForce;
        this.upcoming = upcoming;
        this.isKnown = true;
      });
    });
  }

  /** The newest card, which the next one follows and is compared with. */
  get newest(): PublicRateCard | null {
    return this.upcoming.at(-1) ?? this.inForce;
  }

  /** The first day from which the next card can be in force: today for a first one, never backwards. */
  earliestDay(): Day {
    const now = this.clock.now();
    const { newest } = this;
    if (!newest) return dayOf(now);
    const tomorrow = addDays(dayOf(now + LEAD), 1);
    const after = addDays(newest.effectiveOn, 1);
    return tomorrow > after ? tomorrow : after;
  }

  private async cardsAfter(branchId: string, version: number): Promise<PublicRateCard[]> {
    const next = await this.card(branchId, version + 1);
    return next ? [next, ...(await this.cardsAfter(branchId, version + 1))] : [];
  }

  private async card(branchId: string, version?: number): Promise<PublicRateCard | null> {
    try {
      return await this.call('rates', 'current', version ? { branchId, version } : { branchId });
    } catch (error) {
      if (isRefusal(error, 'NO_RATE_CARD')) return null;
      throw error;
    }
  }
}
