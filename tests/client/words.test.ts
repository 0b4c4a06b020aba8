import { CallError } from '../../client/cloud/CallError';
import { wordsFor } from '../../client/words';
import type { ErrorDetails } from '../../types/errors';

const AT = Date.UTC(2026, 10, 20, 2);

/** Every refusal there is, with details as the bank gives them. */
const refusals: ErrorDetails = {
  BAD_INPUT: { path: 'sessions.0.place' },
  UNKNOWN_ACTION: {},
  NO_IDENTITY: {},
  FORBIDDEN: {},
  WRONG_BRANCH: {},
  SELF_DEALING: {},
  THREE_PEOPLE_NEEDED: {},
  NOT_FOUND: { what: 'passbook' },
  ALREADY_EXISTS: { what: 'branch' },
  REQUEST_REUSED: {},
  CONSENT_NEEDED: {},
  PASSBOOK_NEEDED: {},
  PASSBOOK_FROZEN: {},
  PASSBOOK_CLOSED: {},
  PASSBOOK_BUSY: { what: 'order', until: AT },
  PASSBOOK_NOT_EMPTY: { balance: 100 },
  CODE_INVALID: {},
  CODE_STALE: {},
  CODE_USED: {},
  NOT_SESSION_TIME: { opensAt: AT, closesAt: AT },
  ALREADY_CHECKED_IN: { at: AT, name: '周桂兰' },
  ALREADY_CHECKED_OUT: { at: AT },
  NOT_CHECKED_IN: {},
  STILL_ELSEWHERE: { title: '义诊', since: AT },
  SESSION_FULL: { capacity: 30 },
  SESSION_CANCELLED: {},
  SIGN_UP_CLOSED: { startsAt: AT },
  WITHDRAW_CLOSED: { until: AT },
  NOT_SIGNED_UP: {},
  NO_EARNING_RULE: {},
  NO_RATE_CARD: {},
  CAP_REACHED: { cap: 800 },
  UNDO_TOO_LATE: { until: AT },
  ALREADY_UNDONE: { at: AT },
  POINTS_SPENT: { missing: 100 },
  LINE_REVERSED: { at: AT },
  LINE_NOT_CORRECTABLE: { kind: 'reverse' },
  HOURS_NOT_DUE: { from: AT },
  HOURS_TOO_LATE: { until: AT },
  INSUFFICIENT_POINTS: { available: 100, needed: 500 },
  OUT_OF_STOCK: { left: 0 },
  REWARD_UNAVAILABLE: {},
  VOUCHER_USED: { at: AT },
  VOUCHER_CANCELLED: { at: AT },
  VOUCHER_EXPIRED: { at: AT },
  ORDER_ENDED: { state: 'confirmed' },
  INVITATION_INVALID: {},
  INVITATION_EXPIRED: {},
  INVITATION_USED: {},
  SET_UP_CODE_INVALID: {},
  ALREADY_DECIDED: { state: 'approved' },
  EFFECTIVE_TOO_SOON: { earliest: '2026-11-21' },
  COUNCIL_DECIDES: {},
  NO_COUNCIL: {},
  NOT_SEATED: {},
  SEAT_TAKEN: {},
  WRONG_STAGE: { stage: 'voting' },
  REVISION_OUTDATED: { revision: 2 },
  BASE_OUTDATED: { version: 2 },
  OTHER_VOTE_OPEN: { proposalId: 'q_1' },
  ALREADY_VOTED: { at: AT },
  VOTING_CLOSED: { at: AT },
  VOTING_OPEN: { closesAt: AT },
  SECOND_COUNCILLOR_NEEDED: {},
  TEXT_REFUSED: {},
  NOTHING_CHANGED: {},
  REVIEW_CLOSED: { opensOn: '2026-12-25' },
  ALREADY_REVIEWED: { at: AT },
  BUSY: {},
  INTERNAL: { requestId: '0123456789' },
};

it.each(Object.entries(refusals))('says what happened and what to do next: %s', (code, details) => {
  const { happened, next } = wordsFor(new CallError(code as keyof ErrorDetails, details as never));
  expect(happened).toMatch(/[一-鿿]/);
  expect(next).toMatch(/[一-鿿].*[。\d]$/);
  expect(`${happened}${next}`).not.toMatch(/undefined|NaN|null|[A-Z]{3}/);
});

it('takes what is no refusal for a fault of the bank, and tells nothing of its inside', () => {
  const { happened, next } = wordsFor(new TypeError('x is not a function'));
  expect(happened).toContain('银行');
  expect(next).not.toContain('function');
});
