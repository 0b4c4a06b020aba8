import type { Day, Instant } from './day';
import type { ErrorCode } from './errors';
import type { Points } from './points';

export const CATEGORIES = ['outstanding', 'professional', 'basic'] as const;
/** 突出贡献, 专业服务, 基本活动 */
export type Category = (typeof CATEGORIES)[number];

export const PASSBOOK_KINDS = ['volunteer', 'enterprise', 'organisation'] as const;
export type PassbookKind = (typeof PASSBOOK_KINDS)[number];

export const PARTIES = ['community', 'association', 'resident'] as const;
/** 社区, 社团骨干, 居民代表: the three that agree on a rate card. */
export type Party = (typeof PARTIES)[number];

export const ROLES = ['teller', 'manager', 'merchant', 'councillor', 'street'] as const;
export type Role = (typeof ROLES)[number];

/**
 * A role given by an invitation; `street` has no branch, `merchant` names whose counter it stands at,
 * `councillor` the seat: whether it is still theirs, the council's own record says.
 */
export interface RoleGrant {
  role: Role;
  branchId: string | null;
  merchantId: string | null;
  seatId?: string | null;
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
  /** The day whose closing counts it: when it came onto the page, which a crash can make later than it happened. */
  bookedOn: Day;
  /** The other side of the entry: `issue:basic`, `redeem:<merchant>`, ... */
  contra: string;
  source: { kind: SourceKind; id: string };
  rate: RateUse | null;
  reverses: string | null;
  /** Why a line was reversed, where somebody had to say so. */
  reason?: string;
}

/** The records that lead to a line. */
export type SourceKind = 'attendance' | 'award' | 'order' | 'closure';

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
  branchId: string;
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
  /** The last day that has been closed: no line can be booked on it any more. None before the first closing. */
  closedThrough?: Day;
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
  /** Who agreed to it and how; null for a card that a manager published before there was a council. */
  agreement?: Agreement | null;
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
  /** False while one of its sessions may be missing. */
  settled: boolean;
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

/** An attempt that was refused; `id` derives from who made it by which request. */
export interface RefusedAttempt extends Refusal {
  id: string;
  act: Act;
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

/** An attempt to take back what a record led to. */
export interface Undo extends Act {
  attempt: number;
  /** Why nothing came of it: POINTS_SPENT, PASSBOOK_CLOSED. */
  refusal: Refusal | null;
  /** The approved correction that asks for it; null for whoever takes back their own within a quarter of an hour. */
  correction: { id: string; reason: string } | null;
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
  /**
   * in: by the hour, not out yet. lapsed: never checked out, hours still to be confirmed. settling: the hours
   * are known, the line tells what they earn. done: its credit is decided. refused: nothing came of it.
   */
  state: 'in' | 'lapsed' | 'settling' | 'done' | 'refused' | 'undoing' | 'undone';
  /** False while a step of its chain may be missing. */
  settled: boolean;
  refusal: Refusal | null;
  in: Act;
  /** Who checked them out, or confirmed the hours of a check-out that was forgotten. */
  out: Act | null;
  /** Minutes of a forgotten check-out: what the plan would have given, and what was confirmed. */
  lapse: { planned: number; confirmed: number | null } | null;
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
  /** refused: it could not be proposed, and is kept for its request only; or the passbook was closed when approved. */
  state: 'proposed' | 'approved' | 'declined' | 'refused' | 'undoing' | 'undone';
  settled: boolean;
  refusal: Refusal | null;
  proposed: Act;
  decided: Act | null;
  undo: Undo | null;
  credit: Credit;
  pageNo: number;
}

/** A line that somebody found wrong after its undo time; leads the chain that takes it back. */
export interface Correction {
  _id: string;
  branchId: string;
  passbookId: string;
  holderId: string;
  lineId: string;
  /** A copy of what it takes back. */
  line: Line;
  reason: string;
  state: 'proposed' | 'approved' | 'declined' | 'refused';
  /** False while a step of its chain may be missing. */
  settled: boolean;
  refusal: Refusal | null;
  proposed: Act;
  decided: Act | null;
}

/** A holder's wish to close a passbook; leads the one step that empties and closes it. */
export interface Closure {
  _id: string;
  branchId: string;
  passbookId: string;
  holderId: string;
  /** Whether the holder gives what is left to the branch. */
  donate: boolean;
  /** What was left. */
  points: Points;
  state: 'closing' | 'closed' | 'refused';
  /** False while a step of its chain may be missing. */
  settled: boolean;
  refusal: Refusal | null;
  act: Act;
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

export type OrderState =
  'placing' | 'reserved' | 'refused' | 'confirmed' | 'cancelled' | 'expired' | 'undoing' | 'undone';

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
  /** Confirmations that were refused, newest last; absent until there is one. */
  refusals?: RefusedAttempt[];
  placed: Act;
  expiresAt: Instant;
  ended: Act | null;
  /** A confirmation that is taken back. */
  undo: Undo | null;
  pageNo: number;
}

export interface Invitation {
  _id: string;
  codeHash: string;
  role: Role;
  branchId: string | null;
  merchantId: string | null;
  /** `community-1`: the seat offered to a councillor. */
  seatId?: string | null;
  name: string;
  expiresAt: Instant;
  state: 'pending' | 'accepted';
  invited: Act;
  accepted: Act | null;
}

/** A staff act that has no leading record of its own. Append-only. */
export interface TrailEntry {
  _id: string;
  act: 'freeze' | 'unfreeze' | 'cancelSession' | 'vacateSeat' | 'scanRefused';
  branchId: string;
  /** Id of the passbook, session or invitation to a seat acted on. */
  about: string;
  /** Of a refused scan: where it was made. */
  sessionId?: string;
  reason: string;
  /** What the act changed, in the words of the contract: a status, a state, a person's id. */
  before: string;
  after: string;
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
  /** False while the passbook may not be made, or not be listed with its holder's. */
  settled: boolean;
}

/** How a branch's council decides; numbers are the branch's own, and every version is kept. */
export interface CharterTerms {
  seats: Record<Party, number>;
  /** Of a party's filled seats, so many per cent must have voted. */
  quorumPercent: number;
  /** More than so many per cent of a party's votes must agree. */
  majorityPercent: number;
  /** Days that a decided card is published before it is in force. */
  publicityDays: number;
  /** Day of the month on which the council meets and voting ends. */
  meetingDay: number;
  /** Months for which a seat is given. */
  termMonths: number;
}

export interface Charter extends CharterTerms {
  /** `branch#version` */
  _id: string;
  branchId: string;
  version: number;
  act: Act;
}

export interface SeatHolding {
  holderId: string;
  /** When the invitation was accepted. */
  since: Instant;
  /** End of the term, or when the seat was left. */
  until: Instant;
  invitationId: string;
}

/** A branch's council: its charter in force and who sits where. A seat that is left keeps its past votes. */
export interface Council {
  /** The branch's number. */
  _id: string;
  charter: CharterTerms & { version: number };
  seats: Record<string, SeatHolding>;
  /** The one opening that is being voted on: `proposal@when it was opened`. */
  voting: string | null;
  createdAt: Instant;
}

export type Stage = 'discussion' | 'voting' | 'passed' | 'failed' | 'withdrawn';
export type Choice = 'agree' | 'against' | 'abstain';

export interface Vote {
  choice: Choice;
  /** Whose vote it is. */
  by: string;
  at: Instant;
  /** The minutes by which a vote on paper was entered; null for one cast online. */
  minutesId: string | null;
}

export interface PartyCount {
  seats: number;
  agree: number;
  against: number;
  abstain: number;
  agrees: boolean;
}

export interface Result {
  passed: boolean;
  byParty: Record<Party, PartyCount>;
}

/** What is printed on a card of the party counts that made it. */
export interface Agreement extends Result {
  proposalId: string;
  revision: number;
  charterVersion: number;
  decidedAt: Instant;
}

/** A whole card put to the council; leads the chain that ends in a rate card. */
export interface Proposal {
  _id: string;
  branchId: string;
  title: string;
  baseVersion: number;
  stage: Stage;
  /** The newest revision; votes are bound to it once voting is open. */
  revision: number;
  proposed: Act & { seatId: string };
  opened: Act | null;
  closesAt: Instant | null;
  /** The charter and the filled seats when voting began: what the count is made with. */
  charter: (CharterTerms & { version: number }) | null;
  roster: string[];
  votes: Record<string, Vote>;
  voteCount: number;
  decided: Act | null;
  result: Result | null;
  effectiveOn: Day | null;
  cardVersion: number | null;
  /** False while a step of its chain may be missing. */
  settled: boolean;
}

/** One wording of a proposal. Never changed; an amendment is the next one. */
export interface Revision {
  /** `proposal#revision` */
  _id: string;
  proposalId: string;
  revision: number;
  /** The card it was drafted from. */
  baseVersion: number;
  earning: EarningRule[];
  prices: RewardPrice[];
  explanation: string;
  suggestionId: string | null;
  seatId: string;
  act: Act;
}

export interface Comment {
  _id: string;
  proposalId: string;
  revision: number;
  seatId: string;
  text: string;
  act: Act;
}

/** What a resident would like changed; a councillor may take it up in a proposal. */
export interface Suggestion {
  _id: string;
  branchId: string;
  text: string;
  act: Act;
  adoptedBy: string | null;
}

/** Votes cast on paper at a meeting: entered by the secretary, counted once a second councillor confirms. */
export interface Minutes {
  _id: string;
  proposalId: string;
  branchId: string;
  revision: number;
  text: string;
  photoIds: string[];
  votes: Record<string, Choice>;
  entered: Act;
  state: 'entered' | 'confirmed' | 'refused';
  confirmed: Act | null;
}

export interface Photo {
  _id: string;
  branchId: string;
  /** JPEG or PNG, base64. */
  data: string;
  act: Act;
}

/** One holder's opinion of a card, once a quarter. */
export interface Review {
  /** `card#quarter#person` */
  _id: string;
  branchId: string;
  version: number;
  quarter: string;
  stars: number;
  comment: string;
  act: Act;
}

/** What happened at a branch on one day, small enough to replay ninety of them. */
export interface DaySummary {
  /** `branch#day` */
  _id: string;
  branchId: string;
  day: Day;
  /** When it was counted: hours of a forgotten check-out may be confirmed for days after. */
  takenAt: Instant;
  deeds: DeedCount[];
  awards: { ruleId: string; level: string; count: number; points: Points }[];
  orders: { rewardId: string; lots: number; points: Points }[];
}

/** Passbooks with the same day in a category: `minutes` of each of its sessions, in order; empty for visits. */
export interface DeedCount {
  category: Category;
  basis: 'visit' | 'hour';
  kind: PassbookKind;
  minutes: number[];
  /** How many passbooks had such a day, or for visits how many visits there were. */
  count: number;
  points: Points;
}

export const TOPICS = ['council', 'rateCard'] as const;
/** council: proposals and votes. rateCard: a new card is decided, is in force, asks for an opinion. */
export type Topic = (typeof TOPICS)[number];

/** How many messages a person has agreed to get on a topic: WeChat grants one for each consent. */
export interface Subscription {
  /** `person#topic` */
  _id: string;
  personId: string;
  branchId: string;
  topic: Topic;
  left: number;
  /** Notices sent, newest last. */
  ids: string[];
}

/** Something to tell those who agreed to hear of it; sent by the clock. */
export interface Notice {
  _id: string;
  branchId: string;
  topic: Topic;
  title: string;
  what: string;
  page: string;
  at: Instant;
  sent: boolean;
}
