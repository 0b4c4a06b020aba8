import { makeAutoObservable, runInAction } from 'mobx';
import { type Day, dayOf } from '../../../types/day';
import { CATEGORIES, type Category } from '../../../types/entities';
import type { SessionCard } from '../../../types/routes';
import type { BankClock } from '../../cloud/bankClock';
import type { CallCloud } from '../../cloud/callCloud';

/** What a branch has on from today, day by day. */
export class ActivityStore {
  sessions: SessionCard[] | null = null;
  /** null shows all. */
  category: Category | null = null;
  error: unknown = null;
  private branchId = '';
  /** The bank's time when the list was last fetched. */
  private asOf = 0;

  constructor(
    private readonly call: CallCloud,
    private readonly clock: BankClock,
  ) {
    makeAutoObservable<this, 'call' | 'clock'>(this, { call: false, clock: false });
  }

  get today(): Day {
    return dayOf(this.asOf);
  }

  /** The categories that there is anything of. */
  get categories(): Category[] {
    return CATEGORIES.filter((category) => this.coming.some((session) => session.category === category));
  }

  get days(): { day: Day; sessions: SessionCard[] }[] {
    const days = new Map<Day, SessionCard[]>();
    for (const session of this.coming) {
      if (this.category && session.category !== this.category) continue;
      const day = dayOf(session.startsAt);
      days.set(day, [...(days.get(day) ?? []), session]);
    }
    return [...days].map(([day, sessions]) => ({ day, sessions }));
  }

  choose(category: Category | null): void {
    this.category = category;
  }

  /** What was shown stays until the answer is there, unless it was another branch's. */
  async load(branchId: string): Promise<void> {
    if (branchId !== this.branchId) this.sessions = null;
    this.branchId = branchId;
    try {
      const { sessions } = await this.call('activity', 'list', { branchId });
      runInAction(() => {
        this.sessions = sessions;
        this.asOf = this.clock.now();
        this.error = null;
        if (this.category && !this.categories.includes(this.category)) this.category = null;
      });
    } catch (error) {
      runInAction(() => (this.error = error));
    }
  }

  /** Not over yet; a cancelled one only concerns those who meant to come. */
  private get coming(): SessionCard[] {
    return (this.sessions ?? []).filter(
      ({ endsAt, state, signedUp }) => endsAt > this.asOf && (state === 'open' || signedUp.length > 0),
    );
  }
}
