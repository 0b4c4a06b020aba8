import type { Day, Instant } from './day';
import type { ErrorCode } from './errors';
import type { Points } from './points';

export const CATEGORIES = ['outstanding', 'professional', 'basic'] as const;
/** 突出贡献, 专业服务, 基本活动 */
export type Category = (typeof CATEGORIES)[number];

export const PASSBOOK_KINDS = ['volunteer', 'enterprise', 'organisation'] as const;
export type PassbookKind = (typeof PASSBOOK_KINDS)[number];

export const ROLES = ['teller', 'manager', 'merchant', 'councillor', 'street'] as const;
export type Role = (typeof ROLES)[number];

/** A role given by an invitation; `street` has no branch, `merchant` names whose counter it stands at. */
export interface RoleGrant {
  role: Role;
  branchId: string | null;
  merchantId: string | null;
  since: Instant;
  invitationId: string;
}

/** The only collection with personal data; erasing a person empties it and leaves the id. */
export interface Person {
  _id: string;
  openid: string | null;
  name: string;
  phone: string;
  consents: { notice: string; at: Instant }[];
  roles: RoleGrant[];
  /** Passbooks this person holds or speaks for. */
  passbooks: { id: string; branchId: string; kind: PassbookKind }[];
  /** The number claimed for the person's own volunteer passbook, before that exists. */
  ownPassbookId: string | null;
  createdAt: Instant;
}

export interface Branch {
  /** Four digits, the first part of its passbooks' numbers. */
  _id: string;
  name: string;
  /** The last passbook serial given out. */
  serial: number;
  createdAt: Instant;
  createdBy: string;
  requestId: string;
}

/** The street office's own record: there is one, made by the set-up code. */
export interface Street {
  _id: 'street';
  name: string;
  /** What the passbooks' covers are lettered with. */
  bankName: string;
  setUpBy: string;
  setUpAt: Instant;
  requestId: string;
}

export const LINE_KINDS = ['earn', 'redeem', 'reverse', 'correct', 'expire', 'donate', 'import'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** What a deed's credit, or a reward's price, was computed from: recomputing it gives the same amount. */
export type RateInputs =
  | { basis: 'visit'; ruleId: string }
  | { basis: 'hour'; ruleId: string; minutes: number; earnedBefore: Points }
  | { basis: 'award'; ruleId: string; level: string }
  | { basis: 'price'; rewardId: string; lots: number };

export interface RateUse {
  version: number;
  inputs: RateInputs;
}

/** One posting. Never changed, never removed; a mistake is answered by a line that reverses it. */
export interface Line {
  id: string;
  kind: LineKind;
  /** Signed: what came in is positive. */
  points: Points;
  title: string;
  category: Category | null;
  occurredAt: Instant;
  bookedOn: Day;
  /** The other side of the entry: `issue:basic`, `redeem:<merchant>`, ... */
  contra: string;
  source: { kind: 'attendance' | 'award' | 'order'; id: string };
  rate: RateUse | null;
  reverses: string | null;
}

/** The page a passbook is on. `ids` are all steps taken since it began, whether they left a line or not. */
export interface CurrentPage {
  no: number;
  opening: Points;
  /** Number of the page's first line within the passbook, from 1. */
  firstLine: number;
  previousHash: string;
  lines: Line[];
  lineCount: number;
  ids: string[];
  idCount: number;
}

/** A turned page: closed, hashed, chained to the page before, never changed. */
export interface Page {
  /** `passbook#no` */
  _id: string;
  passbookId: string;
  no: number;
  opening: Points;
  closing: Points;
  firstLine: number;
  lines: Line[];
  ids: string[];
  previousHash: string;
  hash: string;
  turnedAt: Instant;
}

export type PassbookStatus = 'active' | 'frozen' | 'closed';

export interface Passbook {
  /** The printed number, `0211-000155-3`. */
  _id: string;
  branchId: string;
  kind: PassbookKind;
  /** An enterprise's or organisation's name; a volunteer's name is in `people` only. */
  title: string | null;
  holderId: string;
  status: PassbookStatus;
  balance: Points;
  held: Points;
  /** balance − held, kept beside them so that one condition can ask for it. */
  available: Points;
  holds: Record<string, Points>;
  page: CurrentPage;
  lineCount: number;
  /** What capped rules credited: `basic:2026-11-20` → points. Only the running day's matter. */
  counters: Record<string, Points>;
  /** The last check-in codes that were used, newest last: each counts once. */
  codeSteps: number[];
  /** The by-the-hour attendance this passbook is checked in to. */
  visiting: { attendanceId: string; title: string; since: Instant; until: Instant } | null;
  keyEpoch: number;
  openedAt: Instant;
}

export interface EarningRule {
  id: string;
  category: Category;
  basis: 'visit' | 'hour' | 'award';
  /** Kinds of passbook it pays. */
  kinds: PassbookKind[];
  /** Per visit or per hour; awards pay by `levels`. */
  points: Points;
  /** By the hour: minutes are rounded down to multiples of this. */
  roundToMinutes: number;
  /** By the hour: the most that one passbook earns in the category on one day; 0 means no cap. */
  dailyCap: Points;
  levels: { level: string; title: string; points: Points }[];
}

export interface RewardPrice {
  rewardId: string;
  name: string;
  kind: 'goods' | 'service';
  /** What one lot is: `4 包`. */
  lot: string;
  points: Points;
  /** A merchant's id, or `counter:<branch>`. */
  providerId: string;
  providerName: string;
}

/** An agreed, numbered, immutable version of a branch's earning rules and prices. */
export interface RateCard {
  /** `branch#version` */
  _id: string;
  branchId: string;
  /** As printed on it: names of the bank and the branch. */
  bankName: string;
  branchName: string;
  version: number;
  /** In force from this day's Shanghai midnight until a later card's. */
  effectiveOn: Day;
  earning: EarningRule[];
  prices: RewardPrice[];
  explanation: string;
  publishedAt: Instant;
  publishedBy: string;
  requestId: string;
  previousHash: string;
  hash: string;
}

export interface Activity {
  _id: string;
  branchId: string;
  title: string;
  description: string;
  category: Category;
  basis: 'visit' | 'hour';
  /** The teller is shown who stands there before anything is credited. */
  askFirst: boolean;
  sessions: { place: string; startsAt: Instant; endsAt: Instant; capacity: number }[];
  state: 'open' | 'cancelled';
  publishedAt: Instant;
  publishedBy: string;
  cancelledAt: Instant | null;
  cancelledBy: string | null;
}

export interface Session {
  _id: string;
  activityId: string;
  branchId: string;
  title: string;
  description: string;
  category: Category;
  basis: 'visit' | 'hour';
  askFirst: boolean;
  place: string;
  startsAt: Instant;
  endsAt: Instant;
  capacity: number;
  taken: number;
  /** Passbooks that have a place, with the attempt that took it. */
  places: Record<string, number>;
  /** Attempts that took a place or may no longer, newest last, as far back as SESSION_IDS. */
  ids: string[];
  state: 'open' | 'cancelled';
}

/** A place at a session; leads the chain that takes it. */
export interface SignUp {
  /** `session#passbook#attempt` */
  _id: string;
  /** `session#passbook` */
  key: string;
  sessionId: string;
  passbookId: string;
  holderId: string;
  branchId: string;
  attempt: number;
  walkIn: boolean;
  state: 'signed' | 'refused' | 'withdrawn';
  settled: boolean;
  refusal: Refusal | null;
  title: string;
  place: string;
  category: Category;
  startsAt: Instant;
  endsAt: Instant;
  /** The session was called off: nobody need come, but the place stays on the roster. */
  calledOff: boolean;
  at: Instant;
  requestId: string;
  ended: Act | null;
}

export interface Refusal {
  code: ErrorCode;
  details: object;
}

/** Who did a step of a chain, when, and by which request. */
export interface Act {
  by: string;
  at: Instant;
  requestId: string;
}

export interface Credit {
  points: Points;
  version: number;
  inputs: RateInputs;
}

/** An attempt to take an attendance back; `missing` points of a refused one were spent already. */
export interface Undo extends Act {
  attempt: number;
  missing: Points | null;
}

/** One passbook at one session; leads the chain that credits it. */
export interface Attendance {
  /** `session#passbook#attempt` */
  _id: string;
  /** `session#passbook` */
  key: string;
  sessionId: string;
  passbookId: string;
  holderId: string;
  branchId: string;
  attempt: number;
  /** Of the passbook, which never changes it. */
  kind: PassbookKind;
  /** The session's day, under which caps count and summaries are made. */
  day: Day;
  title: string;
  category: Category;
  basis: 'visit' | 'hour';
  startsAt: Instant;
  endsAt: Instant;
  /** The code that checked in, and the one that checked out. */
  codeStep: number;
  outCodeStep: number | null;
  /** in: by the hour, not out yet. done: its credit is decided. refused: nothing came of it. */
  state: 'in' | 'done' | 'refused' | 'undoing' | 'undone';
  /** False while a step of its chain may be missing. */
  settled: boolean;
  refusal: Refusal | null;
  in: Act;
  out: Act | null;
  credit: Credit | null;
  undo: Undo | null;
  walkIn: boolean;
  /** The attempt of the sign-up whose place it uses. */
  placeAttempt: number;
  /** The passbook's page when the chain began: a step not on it or later never landed. */
  pageNo: number;
}

/** An outstanding contribution, proposed by a teller, approved by the manager. */
export interface Award {
  _id: string;
  branchId: string;
  passbookId: string;
  holderId: string;
  ruleId: string;
  level: string;
  levelTitle: string;
  reason: string;
  state: 'proposed' | 'approved' | 'declined';
  settled: boolean;
  proposed: Act;
  decided: Act | null;
  credit: Credit;
  pageNo: number;
}

export interface Merchant {
  _id: string;
  name: string;
  branchIds: string[];
  createdAt: Instant;
  createdBy: string;
}

export interface Stock {
  received: number;
  onHand: number;
  held: number;
  handedOver: number;
  writtenOff: number;
}

export interface Reward {
  _id: string;
  branchId: string;
  name: string;
  kind: 'goods' | 'service';
  lot: string;
  description: string;
  providerId: string;
  providerName: string;
  costCents: number;
  state: 'offered' | 'withdrawn';
  stock: Stock;
  holds: Record<string, number>;
  /** Steps taken on the stock, newest last, as far back as REWARD_IDS. */
  ids: string[];
  createdAt: Instant;
  createdBy: string;
  requestId: string;
}

/** Goods that came in or were written off; leads the step on the reward's stock. */
export interface StockEntry {
  _id: string;
  branchId: string;
  rewardId: string;
  kind: 'received' | 'writtenOff';
  lots: number;
  reason: string;
  act: Act;
  state: 'entering' | 'entered' | 'refused';
  /** False while a step of its chain may be missing. */
  settled: boolean;
  refusal: Refusal | null;
}

export type OrderState = 'placing' | 'reserved' | 'refused' | 'confirmed' | 'cancelled' | 'expired';

/** A reward reserved for a passbook; leads the chain that holds, then settles or releases. */
export interface Order {
  _id: string;
  branchId: string;
  passbookId: string;
  holderId: string;
  rewardId: string;
  rewardName: string;
  lot: string;
  lots: number;
  points: Points;
  providerId: string;
  providerName: string;
  version: number;
  voucherHash: string;
  state: OrderState;
  /** False while a step of its chain may be missing. */
  settled: boolean;
  refusal: Refusal | null;
  placed: Act;
  expiresAt: Instant;
  ended: Act | null;
  pageNo: number;
}

export interface Invitation {
  _id: string;
  codeHash: string;
  role: Role;
  branchId: string | null;
  merchantId: string | null;
  name: string;
  expiresAt: Instant;
  state: 'pending' | 'accepted';
  invited: Act;
  accepted: Act | null;
}

/** A staff act that has no leading record of its own. Append-only. */
export interface TrailEntry {
  _id: string;
  act: 'freeze' | 'unfreeze' | 'cancelSession';
  branchId: string;
  /** Id of the passbook or session acted on. */
  about: string;
  reason: string;
  by: string;
  at: Instant;
  requestId: string;
}

/** A passbook opened by a teller for an enterprise or organisation; leads the opening. */
export interface Opening {
  _id: string;
  passbookId: string;
  branchId: string;
  kind: PassbookKind;
  title: string;
  holderId: string;
  act: Act;
}
