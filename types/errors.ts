import type { Instant } from './day';
import type { Points } from './points';

/**
 * Every reason for which the bank refuses, with what it tells about it.
 * The client turns each into words in one place (`client/words.ts`).
 */
export interface ErrorDetails {
  /** The input does not have the shape of the contract; `path` names the field. */
  BAD_INPUT: { path: string };
  UNKNOWN_ACTION: Record<never, never>;
  /** No WeChat identity came with the call. */
  NO_IDENTITY: Record<never, never>;
  /** The caller holds no role that may do this. */
  FORBIDDEN: Record<never, never>;
  /** The caller's role, or the passbook, belongs to another branch. */
  WRONG_BRANCH: { branchId?: string };
  /** Nobody acts on a passbook that they hold or speak for. */
  SELF_DEALING: Record<never, never>;
  /** Proposer, approver and beneficiary must be three people. */
  THREE_PEOPLE_NEEDED: Record<never, never>;
  NOT_FOUND: {
    what:
      | 'branch'
      | 'passbook'
      | 'activity'
      | 'session'
      | 'reward'
      | 'order'
      | 'award'
      | 'person'
      | 'proposal'
      | 'suggestion'
      | 'rateCard'
      | 'minutes'
      | 'photo'
      | 'line'
      | 'correction'
      | 'attendance';
  };
  ALREADY_EXISTS: { what: 'branch' | 'bank' | 'rateCard' };
  /** The request id was used before, with other content. */
  REQUEST_REUSED: Record<never, never>;
  CONSENT_NEEDED: Record<never, never>;
  PASSBOOK_NEEDED: Record<never, never>;
  PASSBOOK_FROZEN: Record<never, never>;
  PASSBOOK_CLOSED: Record<never, never>;
  /** Something is still open on it: `until` when it ends by itself, if it does. */
  PASSBOOK_BUSY: {
    what: 'order' | 'signUp' | 'attendance' | 'hours' | 'undo' | 'award' | 'correction' | 'step';
    until: Instant | null;
  };
  /** Points are left, and the holder does not give them away. */
  PASSBOOK_NOT_EMPTY: { balance: Points };

  /** Not a code of this bank, or not one for this place. */
  CODE_INVALID: Record<never, never>;
  CODE_STALE: Record<never, never>;
  /** This 30-second code was credited before. */
  CODE_USED: Record<never, never>;
  NOT_SESSION_TIME: { opensAt: Instant; closesAt: Instant };
  ALREADY_CHECKED_IN: { at: Instant; name?: string };
  ALREADY_CHECKED_OUT: { at: Instant };
  NOT_CHECKED_IN: Record<never, never>;
  /** Still checked in elsewhere. */
  STILL_ELSEWHERE: { title: string; since: Instant };
  SESSION_FULL: { capacity: number };
  SESSION_CANCELLED: Record<never, never>;
  SIGN_UP_CLOSED: { startsAt: Instant };
  /** The doors are open. */
  WITHDRAW_CLOSED: { until: Instant };
  NOT_SIGNED_UP: Record<never, never>;
  /** The rate card in force has no rule for this deed and kind of passbook. */
  NO_EARNING_RULE: Record<never, never>;
  NO_RATE_CARD: Record<never, never>;
  /** The day's cap for this category leaves nothing to credit. */
  CAP_REACHED: { cap: Points };
  UNDO_TOO_LATE: { until: Instant };
  ALREADY_UNDONE: { at: Instant };
  /** What would be taken back is spent already. */
  POINTS_SPENT: { missing: Points };
  LINE_REVERSED: { at: Instant };
  /** Only what a deed earned, or a reward cost, is corrected; never a reversal. */
  LINE_NOT_CORRECTABLE: { kind: string };
  /** They may still be checked out as usual. */
  HOURS_NOT_DUE: { from: Instant };
  /** Nothing more is credited for them. */
  HOURS_TOO_LATE: { until: Instant };

  INSUFFICIENT_POINTS: { available: Points; needed: Points };
  OUT_OF_STOCK: { left: number };
  /** Not on the rate card in force, or withdrawn. */
  REWARD_UNAVAILABLE: Record<never, never>;
  VOUCHER_USED: { at: Instant };
  VOUCHER_CANCELLED: { at: Instant };
  VOUCHER_EXPIRED: { at: Instant };
  ORDER_ENDED: { state: string };

  INVITATION_INVALID: Record<never, never>;
  INVITATION_EXPIRED: Record<never, never>;
  INVITATION_USED: Record<never, never>;
  SET_UP_CODE_INVALID: Record<never, never>;
  /** An award that was decided before. */
  ALREADY_DECIDED: { state: string };
  /** A rate card can only begin on a day that has not come. */
  EFFECTIVE_TOO_SOON: { earliest: string };

  /** The branch has a council: only it changes the rate card. */
  COUNCIL_DECIDES: Record<never, never>;
  NO_COUNCIL: Record<never, never>;
  /** The caller holds no seat of this council, or its term is over. */
  NOT_SEATED: Record<never, never>;
  SEAT_TAKEN: Record<never, never>;
  /** The proposal is at another stage by now. */
  WRONG_STAGE: { stage: string };
  /** There is a newer wording than the one meant. */
  REVISION_OUTDATED: { revision: number };
  /** Another card has come since the one that the proposal started from. */
  BASE_OUTDATED: { version: number };
  /** The council votes on one proposal at a time. */
  OTHER_VOTE_OPEN: { proposalId: string };
  ALREADY_VOTED: { at: Instant };
  VOTING_CLOSED: { at: Instant };
  VOTING_OPEN: { closesAt: Instant };
  /** Who entered the minutes cannot confirm them. */
  SECOND_COUNCILLOR_NEEDED: Record<never, never>;
  /** WeChat's text check found something that may not be published. */
  TEXT_REFUSED: Record<never, never>;
  NOTHING_CHANGED: Record<never, never>;
  REVIEW_CLOSED: { opensOn: string };
  ALREADY_REVIEWED: { at: Instant };

  /** Too many at once; the same request may be sent again. */
  BUSY: Record<never, never>;
  INTERNAL: { requestId?: string };
}

export type ErrorCode = keyof ErrorDetails;

/** The one error that the bank throws on purpose; anything else is a defect. */
export class BankError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'BankError';
  constructor(
    readonly code: C,
    readonly details: ErrorDetails[C],
  ) {
    super(code);
  }
}
