import { addDays, DAY, type Day, dayOf, HOUR, startOfDay } from '../../types/day';
import type { Attendance, Award, Order, Passbook } from '../../types/entities';
import { NEW_PASSBOOK } from '../support/arbitraries';
import { openBranch, type TestBank, type TestBranch } from '../support/testBank';

const DAYS = 90;
const VOLUNTEERS = 3_000;
export const ATTENDANCES = 100_000;
const ORDERS = 9_000;
const AWARDS = 900;

/** Hours at work, in minutes: what people do, give or take. */
const SHORTEST_VISIT = 30;
const LONGEST_VISIT = 240;

/**
 * A branch on whose last 90 days, today included, lie 100,000 attendances, half of them paid by the hour. They are
 * written straight into the database: what is measured is the reading of them.
 */
export async function openBusyBranch(bank: TestBank): Promise<TestBranch> {
  const today = dayOf(bank.now);
  const { now } = bank;
  bank.now -= DAYS * DAY;
  const branch = await openBranch(bank);
  bank.now = now;
  const write = <T extends object>(name: string, count: number, make: (index: number) => T) =>
    bank.cloud.database
      .collection<T>(name)
      .insert(...Array.from({ length: count }, (_, index) => make(index)));
  const day = (index: number): Day => addDays(today, -(index % DAYS));
  // What is written past the ledger could not be closed: the days are closed already.
  write('closings', 1, () => ({
    _id: `${branch.branchId}#${addDays(today, -1)}`,
    branchId: branch.branchId,
    day: addDays(today, -1),
  }));
  write('passbooks', VOLUNTEERS, (index) => passbook(branch.branchId, index));
  for (let from = 0; from < ATTENDANCES; from += 10_000)
    write('attendances', 10_000, (index) => attendance(branch, from + index, day(from + index)));
  write('orders', ORDERS, (index) => order(branch, index, day(index)));
  write('awards', AWARDS, (index) => award(branch, index, day(index)));
  return branch;
}

function passbook(branchId: string, index: number): Passbook {
  const points = 100 * (index % 70);
  return {
    ...NEW_PASSBOOK,
    _id: passbookId(index),
    branchId,
    holderId: holderId(index),
    balance: points,
    available: points,
  };
}

function attendance({ branchId }: TestBranch, index: number, day: Day): Attendance {
  const isByTheHour = index % 2 === 0;
  const who = index % VOLUNTEERS;
  const sessionId = `s_${day}_${index % 40}`;
  const key = `${sessionId}#${passbookId(who)}`;
  const startsAt = startOfDay(day) + 8 * HOUR;
  const act = { by: 'p_teller', at: startsAt + index, requestId: `request-${index}` };
  const minutes = SHORTEST_VISIT + ((index * 7) % (LONGEST_VISIT - SHORTEST_VISIT));
  return {
    _id: `${key}#${index}`,
    key,
    sessionId,
    passbookId: passbookId(who),
    holderId: holderId(who),
    branchId,
    attempt: 1,
    kind: 'volunteer',
    day,
    title: isByTheHour ? '义诊' : '洁净家园',
    category: isByTheHour ? 'professional' : 'basic',
    basis: isByTheHour ? 'hour' : 'visit',
    startsAt,
    endsAt: startsAt + 4 * HOUR,
    codeStep: index,
    outCodeStep: isByTheHour ? index + 1 : null,
    state: 'done',
    settled: true,
    refusal: null,
    in: act,
    out: isByTheHour ? act : null,
    lapse: null,
    credit: {
      points: isByTheHour ? Math.floor(minutes / 30) * 100 : 100,
      version: 1,
      inputs: isByTheHour
        ? { basis: 'hour', ruleId: 'professional-hour', minutes, earnedBefore: 0 }
        : { basis: 'visit', ruleId: 'basic-visit' },
    },
    undo: null,
    walkIn: false,
    placeAttempt: 1,
    pageNo: 1,
  };
}

function order({ branchId, masks }: TestBranch, index: number, day: Day): Order {
  const placed = { by: holderId(index), at: startOfDay(day) + 9 * HOUR, requestId: `request-${index}` };
  return {
    _id: `o_${index}`,
    branchId,
    passbookId: passbookId(index % VOLUNTEERS),
    holderId: holderId(index % VOLUNTEERS),
    rewardId: masks,
    rewardName: '口罩',
    lot: '4 包',
    lots: 1,
    points: 500,
    providerId: 'm_1',
    providerName: '便民超市',
    version: 1,
    voucherHash: `hash-${index}`,
    state: 'confirmed',
    settled: true,
    refusal: null,
    placed,
    expiresAt: placed.at + 7 * DAY,
    ended: { ...placed, at: placed.at + HOUR },
    undo: null,
    pageNo: 1,
  };
}

function award({ branchId }: TestBranch, index: number, day: Day): Award {
  const act = { by: 'p_manager', at: startOfDay(day) + 10 * HOUR, requestId: `request-${index}` };
  const [ruleId, level] = ['outstanding-award', 'community'];
  return {
    _id: `a_${index}`,
    branchId,
    passbookId: passbookId(index),
    holderId: holderId(index),
    ruleId,
    level,
    levelTitle: '社区表扬',
    reason: '救助落水儿童',
    state: 'approved',
    settled: true,
    proposed: act,
    decided: act,
    refusal: null,
    undo: null,
    credit: { points: 2000, version: 1, inputs: { basis: 'award', ruleId, level } },
    pageNo: 1,
  };
}

function passbookId(index: number): string {
  return `0211-${String(index).padStart(6, '0')}-0`;
}

function holderId(index: number): string {
  return `p_${index}`;
}
