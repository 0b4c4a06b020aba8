import type { GenericSchema, InferOutput } from 'valibot';
import type { ActRow } from './act';
import type { ClosingRow, PublishedClosing } from './closing';
import type { Day, Instant } from './day';
import type {
  Branch,
  CharterTerms,
  Choice,
  Category,
  Award,
  Correction,
  EarningRule,
  Line,
  LineKind,
  Minutes,
  Order,
  Party,
  PassbookKind,
  PassbookStatus,
  RateCard,
  Result,
  RewardPrice,
  Role,
  RoleGrant,
  Stage,
  Stock,
  Topic,
} from './entities';
import type { ErrorCode } from './errors';
import type { Finding } from './finding';
import type { Points } from './points';
import type { schemas } from './schema';

type Schemas = typeof schemas;
type Inputs = {
  [F in keyof Schemas]: {
    [A in keyof Schemas[F]]: Schemas[F][A] extends infer S extends GenericSchema ? InferOutput<S> : never;
  };
};

/** The contract: what each action of each function takes and answers. */
export type Routes = {
  [F in keyof Outputs]: {
    [A in keyof Outputs[F]]: {
      input: A extends keyof Inputs[F] ? Inputs[F][A] : never;
      output: Outputs[F][A];
    };
  };
};

export type FunctionName = keyof Routes;
export type ActionName<F extends FunctionName> = keyof Routes[F] & string;
export type Input<F extends FunctionName, A extends ActionName<F>> = Routes[F][A] extends { input: infer I }
  ? I
  : never;
export type Output<F extends FunctionName, A extends ActionName<F>> = Routes[F][A] extends { output: infer O }
  ? O
  : never;

/** What every function answers. `now` is the bank's clock, so that a phone can keep its offset from it. */
export type Answer<T> = { now: Instant } & (
  { ok: true; data: T } | { ok: false; error: { code: ErrorCode; details: object } }
);

export interface PassbookCover {
  id: string;
  kind: PassbookKind;
  status: PassbookStatus;
  branchId: string;
  bankName: string;
  branchName: string;
  /** Whose name is printed on it. */
  name: string;
  balance: Points;
  held: Points;
  available: Points;
  openedAt: Instant;
}

/** A line as printed, with the balance after it. */
export interface PrintedLine extends Line {
  no: number;
  balance: Points;
}

export interface PrintedPage {
  no: number;
  /** 承前页: the balance carried forward. */
  opening: Points;
  closing: Points;
  lines: PrintedLine[];
  /** Null while the page is not full. */
  turnedAt: Instant | null;
}

export interface SessionCard {
  id: string;
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
  state: 'open' | 'cancelled';
  /** What a volunteer earns here by the card in force then, per visit or hour; null without a rule. */
  points: Points | null;
  /** Which of the caller's passbooks are signed up. */
  signedUp: string[];
  /** Which of these have been checked in, and whether they are done: credited, or checked out. */
  came: { passbookId: string; isDone: boolean }[];
}

/** An attendance as the teller's screen shows it. */
export interface ScanResult {
  attendanceId: string;
  passbookId: string;
  name: string;
  kind: PassbookKind;
  title: string;
  category: Category;
  /** in: the clock runs, nothing is credited yet. credited: see `points`. */
  outcome: 'in' | 'credited';
  points: Points;
  /** Counted minutes, by the hour only. */
  minutes: number | null;
  version: number | null;
  at: Instant;
  undoUntil: Instant;
}

export type AttendanceState = 'signed' | 'in' | 'lapsed' | 'done' | 'undone';

export interface RosterRow {
  passbookId: string;
  name: string;
  kind: PassbookKind;
  state: AttendanceState;
  walkIn: boolean;
  attendanceId: string | null;
  inAt: Instant | null;
  outAt: Instant | null;
  points: Points;
  /** Until when the caller may take it back; null for scans that others made. */
  undoUntil: Instant | null;
}

export interface RewardCard {
  rewardId: string;
  name: string;
  kind: 'goods' | 'service';
  lot: string;
  description: string;
  points: Points;
  providerName: string;
  onHand: number;
}

export interface OrderCard {
  id: string;
  passbookId: string;
  rewardName: string;
  lot: string;
  lots: number;
  points: Points;
  providerName: string;
  state: Order['state'];
  refusal: { code: ErrorCode; details: object } | null;
  placedAt: Instant;
  expiresAt: Instant;
  endedAt: Instant | null;
  /** When the confirmation was taken back. */
  undoneAt: Instant | null;
  version: number;
  /** Only while it can be used. */
  voucher: string | null;
}

/** What the person behind the counter sees of a voucher. */
export interface HandOver {
  orderId: string;
  rewardName: string;
  lot: string;
  lots: number;
  points: Points;
  /** `周**` */
  name: string;
  passbookId: string;
  placedAt: Instant;
  confirmedAt: Instant | null;
  /** Until when who confirmed it may take it back; null before. */
  undoUntil: Instant | null;
}

export type PublicRateCard = Omit<RateCard, 'publishedBy' | 'requestId'>;

export interface MemberRow {
  personId: string;
  name: string;
  role: Role;
  merchantName: string | null;
  since: Instant;
}

export interface InvitationRow {
  id: string;
  role: Role;
  name: string;
  branchId: string | null;
  branchName: string | null;
  merchantName: string | null;
  /** The seat offered to a councillor. */
  seatId: string | null;
  expiresAt: Instant;
  state: 'pending' | 'accepted' | 'expired';
}

export interface PassbookRow {
  id: string;
  kind: PassbookKind;
  name: string;
  /** `138****1234` */
  phone: string;
  status: PassbookStatus;
}

export interface AwardRow {
  id: string;
  passbookId: string;
  name: string;
  levelTitle: string;
  points: Points;
  reason: string;
  state: Award['state'];
  proposedBy: string;
  proposedAt: Instant;
  decidedAt: Instant | null;
}

export interface CorrectionRow {
  id: string;
  passbookId: string;
  name: string;
  lineId: string;
  lineKind: LineKind;
  title: string;
  points: Points;
  occurredAt: Instant;
  reason: string;
  state: Correction['state'];
  refusal: { code: ErrorCode; details: object } | null;
  proposedBy: string;
  proposedAt: Instant;
  decidedAt: Instant | null;
}

/** One page of somebody's passbook as the desk sees it. */
export interface DeskPage {
  passbookId: string;
  name: string;
  kind: PassbookKind;
  status: PassbookStatus;
  balance: Points;
  held: Points;
  page: PrintedPage;
  /** Lines that may be corrected, as far as this page tells. */
  correctable: string[];
  /** Lines whose correction waits for the manager. */
  proposed: string[];
}

/** Hours of a check-out that was forgotten. */
export interface LapsedRow {
  attendanceId: string;
  passbookId: string;
  name: string;
  kind: PassbookKind;
  title: string;
  category: Category;
  startsAt: Instant;
  endsAt: Instant;
  inAt: Instant;
  /** From arrival to the session's end. */
  planned: number;
  checkedInBy: string;
  /** The caller checked them in, and cannot confirm the hours. */
  isMine: boolean;
  /** From then on nothing is credited. */
  until: Instant;
}

export interface SettledHours {
  attendanceId: string;
  minutes: number;
  points: Points;
  at: Instant;
}

export interface RewardRow {
  id: string;
  name: string;
  kind: 'goods' | 'service';
  lot: string;
  description: string;
  providerId: string;
  providerName: string;
  costCents: number;
  stock: Stock;
  /** By the card in force; null while it has no price. */
  points: Points | null;
}

export interface BranchRow {
  id: string;
  name: string;
}

/** A seat as everybody may see it; null names stand for an empty one. */
export interface SeatRow {
  seatId: string;
  party: Party;
  name: string | null;
  until: Instant | null;
  isMine: boolean;
}

export interface ProposalRow {
  proposalId: string;
  title: string;
  stage: Stage;
  revision: number;
  proposedAt: Instant;
  proposedBy: string;
  closesAt: Instant | null;
  effectiveOn: Day | null;
  cardVersion: number | null;
}

/** The council's room: its charter, who sits there, what lies on the table. */
export interface CouncilRoom {
  branchId: string;
  branchName: string;
  charter: (CharterTerms & { version: number }) | null;
  charters: { version: number; at: Instant; terms: CharterTerms }[];
  seats: SeatRow[];
  proposals: ProposalRow[];
  /** Template ids for WeChat's consent, by topic; empty where none is set up. */
  templates: Partial<Record<Topic, string>>;
}

export interface RevisionRow {
  revision: number;
  baseVersion: number;
  earning: EarningRule[];
  prices: RewardPrice[];
  explanation: string;
  by: string;
  party: Party;
  at: Instant;
}

export interface CommentRow {
  id: string;
  revision: number;
  by: string;
  party: Party;
  text: string;
  at: Instant;
}

export interface VoteRow {
  seatId: string;
  party: Party;
  name: string;
  choice: Choice | null;
  at: Instant | null;
  onPaper: boolean;
  isMine: boolean;
}

export interface MinutesRow {
  id: string;
  revision: number;
  text: string;
  photoIds: string[];
  votes: { seatId: string; choice: Choice }[];
  enteredBy: string;
  enteredAt: Instant;
  /** Entered by the caller, who cannot confirm them. */
  isMine: boolean;
  state: Minutes['state'];
  confirmedBy: string | null;
}

/** All there is to see of a proposal, at whatever stage. */
export interface ProposalPage extends ProposalRow {
  branchId: string;
  /** Put up by the caller, who may take it back. */
  isMine: boolean;
  base: PublicRateCard;
  revisions: RevisionRow[];
  comments: CommentRow[];
  votes: VoteRow[];
  minutes: MinutesRow[];
  result: Result | null;
  /** What it takes to pass, by the charter that counts. */
  charter: CharterTerms & { version: number };
  openedAt: Instant | null;
  decidedAt: Instant | null;
  /** Whether every seat has voted, or the time is over: it can be decided. */
  isDecidable: boolean;
  /** Stars of the card that came of it. */
  review: ReviewSummary | null;
}

export interface SuggestionRow {
  id: string;
  text: string;
  by: string;
  at: Instant;
  adoptedBy: string | null;
}

export interface ReviewSummary {
  version: number;
  count: number;
  /** How many gave 1 to 5 stars. */
  byStars: [number, number, number, number, number];
}

/** What a draft would have done in the days before: the same deeds and orders, by the other card. */
export interface Impact {
  from: Day;
  until: Day;
  deeds: number;
  issued: { before: Points; after: Points };
  byCategory: { category: Category; before: Points; after: Points }[];
  /** Who gains or loses: kinds of passbook by category. */
  groups: { kind: PassbookKind; category: Category; deeds: number; before: Points; after: Points }[];
  rewards: {
    rewardId: string;
    name: string;
    lot: string;
    lots: number;
    before: Points;
    after: Points | null;
    costCents: number;
    onHand: number;
    /** At the pace of these days; null if nothing was taken. */
    weeksOfStock: number | null;
  }[];
  redeemed: { before: Points; after: Points };
  /** What holders have now, and what all stock costs in points by the draft. */
  outstanding: Points;
  stockWorth: Points;
}

export interface Home {
  /** Null until the person opened a passbook or accepted an invitation. */
  person: { name: string; roles: RoleGrant[] } | null;
  passbooks: { id: string; kind: PassbookKind; branchId: string }[];
  current: { cover: PassbookCover; page: PrintedPage; olderPages: number; openOrders: string[] } | null;
  /** The card in force, as printed inside the passbook. */
  rateCard: PublicRateCard | null;
  upcoming: UpcomingSession[];
}

export interface UpcomingSession {
  sessionId: string;
  passbookId: string;
  title: string;
  place: string;
  category: Category;
  startsAt: Instant;
  endsAt: Instant;
  /** Whether a teller has checked the passbook in, and by the hour out again. */
  visit: 'expected' | 'checkedIn' | 'checkedOut';
}

interface Outputs {
  passbook: {
    branches: { street: string | null; bankName: string | null; branches: BranchRow[] };
    open: { passbookId: string; opened: boolean };
    home: Home;
    pages: { pages: PrintedPage[]; more: boolean };
    /** What staff did about the passbook, newest first. */
    acts: { acts: ActRow[]; more: boolean };
    closings: { branchId: string; branchName: string; closings: PublishedClosing[]; more: boolean };
    codeKey: { passbookId: string; epoch: number; /** hex */ key: string };
    close: { passbookId: string; donated: Points; at: Instant };
  };
  activity: {
    list: { branchId: string; sessions: SessionCard[] };
    get: SessionCard;
    signUp: { sessionId: string };
    withdraw: { sessionId: string };
    publish: { activityId: string; sessionIds: string[] };
    cancel: { sessionId: string };
    attendances: { session: SessionCard; rows: RosterRow[] };
    identify: {
      passbookId: string;
      name: string;
      kind: PassbookKind;
      signedUp: boolean;
      /** What scanning it again would do. */
      next: 'checkIn' | 'checkOut';
      /** By the hour: since when they are checked in here. */
      since: Instant | null;
    };
    checkIn: ScanResult;
    checkOut: ScanResult;
    undo: { attendanceId: string; points: Points; at: Instant };
  };
  redemption: {
    catalogue: { branchId: string; version: number | null; rewards: RewardCard[] };
    reserve: OrderCard;
    cancel: OrderCard;
    orders: { orders: OrderCard[]; more: boolean };
    order: OrderCard;
    identify: HandOver;
    confirm: HandOver;
    undo: { orderId: string; points: Points; at: Instant };
  };
  rates: {
    history: { branchId: string; cards: (PublicRateCard & { review: ReviewSummary | null })[] };
    council: CouncilRoom;
    proposal: ProposalPage;
    propose: { proposalId: string };
    amend: { proposalId: string; revision: number };
    comment: CommentRow;
    abandon: { proposalId: string };
    suggest: SuggestionRow;
    suggestions: { suggestions: SuggestionRow[] };
    preview: Impact;
    open: { proposalId: string; closesAt: Instant };
    vote: { proposalId: string; seatId: string; choice: Choice; at: Instant };
    record: MinutesRow;
    confirmRecord: MinutesRow;
    addPhoto: { photoId: string };
    photo: { data: string };
    decide: { proposalId: string; stage: Stage; result: Result | null; effectiveOn: Day | null };
    review: { stars: number };
    reviews: ReviewSummary & { comments: string[]; mine: number | null; isOpen: boolean; opensOn: Day };
    subscribe: { topics: Topic[] };
    current: PublicRateCard;
    publish: PublicRateCard;
  };
  desk: {
    setUp: { streetName: string };
    createBranch: BranchRow;
    branches: {
      street: string;
      branches: (BranchRow & { createdAt: Instant; passbooks: Branch['serial'] })[];
    };
    members: { members: MemberRow[]; invitations: InvitationRow[] };
    invite: InvitationRow & { /** Shown once; the bank keeps only its hash. */ code: string };
    charter: CharterTerms & { version: number };
    vacate: { seatId: string };
    invitation: InvitationRow;
    accept: { role: Role; branchId: string | null };
    merchants: { merchants: { id: string; name: string }[] };
    passbooks: { passbooks: PassbookRow[] };
    openFor: { passbookId: string };
    freeze: { passbookId: string; status: PassbookStatus };
    unfreeze: { passbookId: string; status: PassbookStatus };
    award: AwardRow;
    awards: { awards: AwardRow[] };
    approve: AwardRow;
    closings: { closings: ClosingRow[]; more: boolean };
    trail: { acts: ActRow[]; more: boolean };
    /** `next`: the passbook after which to go on; null when all of the branch was looked at. */
    audit: { passbooks: number; lines: number; findings: Finding[]; next: string | null };
    lines: DeskPage;
    correct: CorrectionRow;
    corrections: { corrections: CorrectionRow[] };
    decideCorrection: CorrectionRow;
    lapsed: { rows: LapsedRow[] };
    settleHours: SettledHours;
    /** How much waits for somebody's decision. */
    waiting: { awards: number; corrections: number; hours: number };
    rewards: { rewards: RewardRow[] };
    addReward: RewardRow;
    stock: { rewardId: string; stock: Stock };
  };
}
