import type { GenericSchema, InferOutput } from 'valibot';
import type { Instant } from './day';
import type {
  Branch,
  Category,
  Line,
  Order,
  PassbookKind,
  PassbookStatus,
  RateCard,
  Role,
  RoleGrant,
  Stock,
} from './entities';
import type { ErrorCode } from './errors';
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

export type AttendanceState = 'signed' | 'in' | 'done' | 'undone';

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
  state: 'proposed' | 'approved' | 'declined';
  proposedBy: string;
  proposedAt: Instant;
  decidedAt: Instant | null;
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
}

interface Outputs {
  passbook: {
    branches: { street: string | null; bankName: string | null; branches: BranchRow[] };
    open: { passbookId: string; opened: boolean };
    home: Home;
    pages: { pages: PrintedPage[]; more: boolean };
    codeKey: { passbookId: string; epoch: number; /** hex */ key: string };
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
  };
  rates: {
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
    rewards: { rewards: RewardRow[] };
    addReward: RewardRow;
    stock: { rewardId: string; stock: Stock };
  };
}
