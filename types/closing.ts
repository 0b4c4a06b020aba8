import type { Day, Instant } from './day';
import type { Category, Line, LineKind, RateUse } from './entities';
import type { Points } from './points';

/** A line that a source record owes its passbook: what the other side of the books says there must be. */
export interface DueLine {
  id: string;
  passbookId: string;
  kind: LineKind;
  /** Signed; null where the record leaves it to the line, and says the minutes only. */
  points: Points | null;
  /** Minutes that were confirmed; null for all else. */
  minutes: number | null;
  /** When the record was decided. */
  at: Instant;
  source: Line['source'];
  rate: RateUse | null;
  /** Whether the record says that its chain is complete, so that the line must be there. */
  settled: boolean;
}

/** What does not fit in a day's books; `found` is what stands on the passbook, `expected` what the records say. */
export interface Difference {
  what: 'unsourced' | 'missing' | 'amount' | 'rate' | 'balance' | 'opening';
  /** The document to look at: a passbook's number, a record's id, a rate card's id. */
  document: string;
  lineId: string | null;
  found: Points | null;
  expected: Points | null;
}

/**
 * 日终轧账: a branch's day, from the lines on one side and the source records on the other. Never changed: a
 * difference stands in it as an alarm.
 */
export interface Closing {
  /** `branch#day` */
  _id: string;
  branchId: string;
  day: Day;
  opening: Points;
  issued: Record<Category, Points>;
  redeemed: { rewardId: string; name: string; providerId: string; lots: number; points: Points }[];
  /** Taken back, and given back: signed. */
  corrected: Points;
  expired: Points;
  donated: Points;
  imported: Points;
  /** What all passbooks hold at the day's end; opening and movements must come to it. */
  outstanding: Points;
  /** Of it, set aside for orders that wait to be collected. */
  held: Points;
  passbooks: number;
  lines: number;
  /** 在途: decided by the day's end, but not on a passbook by then. */
  inTransit: DueLine[];
  differences: Difference[];
  /** The head of each passbook that the day wrote on: with those of the days before, the heads of all. */
  heads: Record<string, string>;
  previousHash: string;
  /** Over everything above. Published: whoever rewrites the past would have to rewrite what people have seen. */
  hash: string;
  closedAt: Instant;
}

/** A closing as the staff see it. */
export type ClosingRow = Omit<Closing, 'heads'>;

/** A closing as it is published: the figures and the hash, nobody's passbook. */
export type PublishedClosing = Omit<ClosingRow, 'inTransit' | 'differences' | 'lines'> & {
  isBalanced: boolean;
};
