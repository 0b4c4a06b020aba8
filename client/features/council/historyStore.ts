import { makeAutoObservable, runInAction } from 'mobx';
import { dayOf } from '../../../types/day';
import { rateDifference, type RateChange } from '../../../types/rateDifference';
import type { Output } from '../../../types/routes';
import type { BankClock } from '../../cloud/bankClock';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';

type Card = Output<'rates', 'history'>['cards'][number];

/** One card among those of its branch. */
export interface PastCard {
  card: Card;
  state: 'coming' | 'inForce' | 'past';
  /** What it changed; all that it says for the first one. */
  changes: RateChange[];
  isFirst: boolean;
}

/** Every rate card that a branch has had. */
export class HistoryStore {
  branchId: string | null = null;
  cards: Card[] | null = null;
  private asOf = 0;
  readonly loading = new Progress();

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    makeAutoObservable<this, 'call' | 'clock'>(this, { call: false, clock: false });
  }

  async load(branchId: string): Promise<void> {
    if (branchId !== this.branchId) this.cards = null;
    this.branchId = branchId;
    await this.loading.run(async () => {
      const { cards } = await this.call('rates', 'history', { branchId });
      runInAction(() => {
        if (branchId !== this.branchId) return;
        this.cards = cards;
        this.asOf = this.clock.now();
      });
    });
  }

  /** Newest first. */
  get list(): PastCard[] {
    const cards = this.cards ?? [];
    const today = dayOf(this.asOf);
    const inForce = cards.find(({ effectiveOn }) => effectiveOn <= today);
    return cards.map((card, index) => {
      const before = cards[index + 1] ?? null;
      return {
        card,
        state: card.effectiveOn > today ? 'coming' : card === inForce ? 'inForce' : 'past',
        changes: rateDifference(before, card),
        isFirst: before === null,
      };
    });
  }
}
