import { cardHash, creditFor, priceFor } from '../../cloudfunctions/bank/rateCard';
import { nextUndo } from '../../cloudfunctions/bank/takeBack';
import { sha256 } from '../../cloudfunctions/platform/secret';
import { type Day, HOUR, type Instant, startOfDay } from '../../types/day';
import type {
  Act,
  Attendance,
  Award,
  Closure,
  Correction,
  EarningRule,
  Order,
  RateCard,
  Undo,
} from '../../types/entities';
import { lineOf, NEW_PASSBOOK } from './arbitraries';

/** The day on which the records of the tests were made, and a moment of it. */
export const RECORD_DAY: Day = '2026-11-20';
export const NOON: Instant = startOfDay(RECORD_DAY) + 12 * HOUR;

const RULE: EarningRule = {
  id: 'visit',
  category: 'basic',
  basis: 'visit',
  kinds: ['volunteer'],
  points: 100,
  roundToMinutes: 30,
  dailyCap: 0,
  levels: [],
};

/** A card that pays visits 1.00, hours 2.00 up to 8.00 a day, one award 50.00; masks cost 5.00 a lot. */
export const CARD: RateCard = publishedCard({
  _id: '0211#1',
  branchId: '0211',
  bankName: '长江公益银行',
  branchName: '阿里山路储蓄所',
  version: 1,
  effectiveOn: RECORD_DAY,
  earning: [
    RULE,
    { ...RULE, id: 'hour', category: 'professional', basis: 'hour', points: 200, dailyCap: 800 },
    {
      ...RULE,
      id: 'award',
      category: 'outstanding',
      basis: 'award',
      points: 0,
      levels: [{ level: 'street', title: '街道表彰', points: 5_000 }],
    },
  ],
  prices: [
    {
      rewardId: 'r_masks',
      name: '口罩',
      kind: 'goods',
      lot: '4 包',
      points: 500,
      providerId: 'm_shop',
      providerName: '便民超市',
    },
  ],
  explanation: '',
  publishedAt: NOON,
  publishedBy: 'p_manager',
  requestId: 'request-0000000000',
  previousHash: '',
});

/** A card with the hash that it is published with. */
export function publishedCard(card: Omit<RateCard, 'hash'>): RateCard {
  return { ...card, hash: cardHash(card, sha256) };
}

export function actAt(at: Instant, by = 'p_teller'): Act {
  return { by, at, requestId: `request-${at}` };
}

/** A first attempt at taking back, five minutes after noon. */
export function undoBy(by: string, correction: Undo['correction'] = null): Undo {
  return nextUndo(null, actAt(NOON + 300_000, by), correction);
}

/** A visit at a session of its own that was credited; its codes are its own too. */
export function attendanceOf(n: number, more: Partial<Attendance> = {}): Attendance {
  return {
    _id: `s${n}#p#1`,
    key: `s${n}#p`,
    sessionId: `s${n}`,
    passbookId: NEW_PASSBOOK._id,
    holderId: 'p_holder',
    branchId: '0211',
    attempt: 1,
    kind: 'volunteer',
    day: RECORD_DAY,
    title: '洁净家园',
    category: 'basic',
    basis: 'visit',
    startsAt: NOON,
    endsAt: NOON + 2 * HOUR,
    codeStep: n * 10,
    outCodeStep: null,
    state: 'done',
    settled: true,
    refusal: null,
    in: actAt(NOON),
    out: null,
    lapse: null,
    credit: creditFor(CARD, { basis: 'visit', category: 'basic', kind: 'volunteer' }),
    undo: null,
    walkIn: false,
    placeAttempt: 1,
    pageNo: 1,
    ...more,
  };
}

/** Hours of a whole session, checked out at its end, the first of their day. */
export function hoursOf(n: number, more: Partial<Attendance> = {}): Attendance {
  const deed = { basis: 'hour', category: 'professional', kind: 'volunteer' } as const;
  return attendanceOf(n, {
    category: 'professional',
    basis: 'hour',
    outCodeStep: n * 10 + 1,
    out: actAt(NOON + 2 * HOUR),
    credit: creditFor(CARD, { ...deed, minutes: 120, earnedBefore: 0 }),
    ...more,
  });
}

/** An approved award. */
export function awardOf(more: Partial<Award> = {}): Award {
  return {
    _id: 'w_1',
    branchId: '0211',
    passbookId: NEW_PASSBOOK._id,
    holderId: 'p_holder',
    ruleId: 'award',
    level: 'street',
    levelTitle: '街道表彰',
    reason: '救起落水儿童',
    state: 'approved',
    settled: true,
    refusal: null,
    proposed: actAt(NOON),
    decided: actAt(NOON + HOUR, 'p_manager'),
    undo: null,
    credit: creditFor(CARD, { basis: 'award', ruleId: 'award', level: 'street', kind: 'volunteer' }),
    pageNo: 1,
    ...more,
  };
}

/** An order of two lots of masks, handed over an hour after noon. */
export function orderOf(id: string, more: Partial<Order> = {}): Order {
  return {
    _id: id,
    branchId: '0211',
    passbookId: NEW_PASSBOOK._id,
    holderId: 'p_holder',
    rewardId: 'r_masks',
    rewardName: '口罩',
    lot: '4 包',
    lots: 2,
    points: priceFor(CARD, 'r_masks', 2).points,
    providerId: 'm_shop',
    providerName: '便民超市',
    version: 1,
    voucherHash: '',
    state: 'confirmed',
    settled: true,
    refusal: null,
    placed: actAt(NOON, 'p_holder'),
    expiresAt: NOON + 9 * HOUR,
    ended: actAt(NOON + HOUR, 'p_merchant'),
    undo: null,
    pageNo: 1,
    ...more,
  };
}

/** An approved correction of a line that earned 5.00. */
export function correctionOf(more: Partial<Correction> = {}): Correction {
  return {
    _id: 'k_1',
    branchId: '0211',
    passbookId: NEW_PASSBOOK._id,
    holderId: 'p_holder',
    lineId: 'deed',
    line: lineOf('deed', 500),
    reason: '记错了人',
    state: 'approved',
    settled: true,
    refusal: null,
    proposed: actAt(NOON),
    decided: actAt(NOON + HOUR, 'p_manager'),
    ...more,
  };
}

/** A closing that gives away what is left. */
export function closureOf(more: Partial<Closure> = {}): Closure {
  return {
    _id: 'x_1',
    branchId: '0211',
    passbookId: NEW_PASSBOOK._id,
    holderId: 'p_holder',
    donate: true,
    points: 700,
    state: 'closed',
    settled: true,
    refusal: null,
    act: actAt(NOON + 3 * HOUR, 'p_holder'),
    pageNo: 1,
    ...more,
  };
}
