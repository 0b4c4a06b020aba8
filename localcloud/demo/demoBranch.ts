import { addDays, type Day, HOUR, type Instant, startOfDay } from '../../types/day';
import type { PassbookKind } from '../../types/entities';
import type { Points } from '../../types/points';
import { Agenda } from './agenda';
import { Chance } from './chance';
import { type DemoBank, DemoPhone } from './demoBank';
import type { RewardPlan } from './rateCard';
import type { BranchPlan, MerchantKind } from './street';

/** The street's days before today. */
export const DAYS = 140;

/** Someone who lives at a branch, with the days ago on which the passbook was opened. */
export interface Resident {
  phone: DemoPhone;
  name: string;
  number: string;
  skill: string | null;
  /** From 0 to 1: how often this person comes. */
  zeal: number;
  opensDaysAgo: number;
  /** Lives by a story of its own (cast.ts), not by chance. */
  inStory: boolean;
}

/** A passbook of the branch, and what the street remembers of it between two calls. */
export interface Book {
  passbookId: string;
  kind: PassbookKind;
  resident: Resident;
  /** Draws its check-in codes. */
  key: string;
  available: Points;
  /** When it has promised to be somewhere. */
  engagements: { from: Instant; until: Instant }[];
  frozen: boolean;
}

/** A reward of the branch and how many lots are left. */
export interface Shelf {
  rewardId: string;
  plan: RewardPlan;
  left: number;
}

/** A branch as the demo lives it: its people's phones, and what will happen there. */
export class DemoBranch {
  readonly agenda = new Agenda();
  readonly chance: Chance;
  readonly manager: DemoPhone;
  readonly tellers: readonly [DemoPhone, DemoPhone];
  /** Publishes what the branch holds. */
  readonly teller: DemoPhone;
  readonly merchants: Record<MerchantKind, DemoPhone>;
  readonly books: Book[] = [];
  readonly shelves: Shelf[] = [];

  constructor(
    readonly bank: DemoBank,
    readonly plan: BranchPlan,
    readonly residents: readonly Resident[],
    readonly today: Day,
  ) {
    this.chance = new Chance(plan.id);
    this.manager = this.phone('manager');
    this.tellers = [this.phone('teller-1'), this.phone('teller-2')];
    [this.teller] = this.tellers;
    this.merchants = {
      market: this.phone('market'),
      barber: this.phone('barber'),
      repairs: this.phone('repairs'),
    };
  }

  /** The moment so many days ago at so many hours, a little by chance. */
  at(daysAgo: number, hours: number, spreadHours = 0): Instant {
    const spread = spreadHours === 0 ? 0 : this.chance.whole(0, spreadHours * HOUR);
    return startOfDay(addDays(this.today, -daysAgo)) + Math.round(hours * HOUR) + spread;
  }

  private phone(who: string): DemoPhone {
    return new DemoPhone(this.bank, staffOpenid(this.plan.id, who));
  }
}

export function staffOpenid(branchId: string, who: string): string {
  return `demo-${branchId}-${who}`;
}
