import { makeAutoObservable, runInAction } from 'mobx';
import { dayOf } from '../../../types/day';
import { reviewedDay, reviewWindow } from '../../../types/reviewWindow';
import type { Output } from '../../../types/routes';
import type { BankClock } from '../../cloud/bankClock';
import type { CallCloud } from '../../cloud/callCloud';
import { Progress } from '../../cloud/progress';

type Cards = Output<'rates', 'history'>['cards'];

/** What people think of one card, and the person's own opinion of it. */
export class ReviewStore {
  branchId: string | null = null;
  version: number | null = null;
  result: Output<'rates', 'reviews'> | null = null;
  stars: number | null = null;
  comment = '';
  /** The stars just given. */
  given: number | null = null;
  private cards: Cards = [];
  private asOf = 0;
  readonly loading = new Progress();
  readonly sending = new Progress();

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    makeAutoObservable<this, 'call' | 'clock'>(this, { call: false, clock: false });
  }

  /** @param version null for the one that can be reviewed, now or next */
  async load(branchId: string, version: number | null): Promise<void> {
    this.branchId = branchId;
    await this.loading.run(async () => {
      const { cards } = await this.call('rates', 'history', { branchId });
      runInAction(() => {
        this.cards = cards;
        this.asOf = this.clock.now();
        this.version = version ?? this.reviewed;
      });
      if (this.version === null) return;
      const result = await this.call('rates', 'reviews', { branchId, version: this.version });
      runInAction(() => (this.result = result));
    });
  }

  /** The number of the card that holders are asked about at this quarter's end; null while there is none. */
  get reviewed(): number | null {
    const today = dayOf(this.asOf);
    const day = reviewedDay(reviewWindow(today), today);
    return this.cards.find(({ effectiveOn }) => effectiveOn <= day)?.version ?? null;
  }

  get hasNoCard(): boolean {
    return this.asOf > 0 && this.version === null;
  }

  /** Whether this card can be reviewed now; whether by this person is another matter. */
  get isOpen(): boolean {
    return this.result !== null && this.result.isOpen && this.version === this.reviewed;
  }

  get mine(): number | null {
    return this.given ?? this.result?.mine ?? null;
  }

  choose(stars: number): void {
    this.stars = stars;
  }

  write(comment: string): void {
    this.comment = comment;
  }

  async review(): Promise<void> {
    const { branchId, version, stars } = this;
    if (!branchId || version === null || stars === null) return;
    const input = { branchId, version, stars, comment: this.comment.trim() };
    const isDone = await this.sending.run(async () => {
      const purpose = `review:${branchId}#${version}`;
      const { stars: given } = await this.call('rates', 'review', input, { purpose });
      runInAction(() => (this.given = given));
    });
    if (isDone) await this.load(branchId, version);
  }
}
