import { codeStep, makeCode } from '../../types/code';
import { HOUR, MINUTE } from '../../types/day';
import type { FunctionName } from '../../types/routes';
import { codeKey } from '../../cloudfunctions/bank/codes';
import { derive, hmac } from '../../cloudfunctions/platform/secret';
import type { TestPerson } from '../support/testBank';
import type { Chance, World } from './world';

/** Something that somebody wants done, once. */
export interface Operation {
  name: string;
  by: TestPerson;
  functionName: FunctionName;
  action: string;
  input: object;
  /** What the world learns from the answer. */
  heard?(data: Record<string, unknown>): void;
}

type Make = (world: World, chance: Chance) => Operation | null;

/** A code as a phone shows it: as a rule the holder's own, of this moment. */
function shownCode({ branch, holders }: World, chance: Chance): string {
  const { passbookId } = chance.of(holders);
  const drift = chance.percent(85) ? 0 : chance.of([-20, -2, -1, 1, 2, 20]);
  const code = makeCode(passbookId, codeStep(branch.bank.now) + drift, codeKey(derive, passbookId, 1), hmac);
  return chance.percent(95) ? code : code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
}

function scan(action: 'checkIn' | 'checkOut'): Make {
  return (world, chance) => ({
    name: action,
    by: chance.of([world.branch.teller, world.branch.teller, world.branch.otherTeller]),
    functionName: 'activity',
    action,
    input: { sessionId: chance.of(world.sessions), code: shownCode(world, chance) },
    heard: ({ attendanceId, passbookId, points }) => {
      world.attendances.push(String(attendanceId));
      if (Number(points) > 0)
        world.lines.push({ passbookId: String(passbookId), lineId: String(attendanceId) });
    },
  });
}

function place(action: 'signUp' | 'withdraw'): Make {
  return (world, chance) => {
    const { person, passbookId } = chance.of(world.holders);
    const input = { sessionId: chance.of(world.sessions), passbookId };
    return { name: action, by: person, functionName: 'activity', action, input };
  };
}

function desk(action: 'freeze' | 'unfreeze'): Make {
  return ({ branch, holders }, chance) => {
    const input = { passbookId: chance.of(holders).passbookId, reason: '核实' };
    return { name: action, by: branch.manager, functionName: 'desk', action, input };
  };
}

/** How often each comes, and how it is made; null where there is nothing yet that it could be about. */
export const OPERATIONS: readonly [weight: number, make: Make][] = [
  [14, scan('checkIn')],
  [8, scan('checkOut')],
  [5, place('signUp')],
  [2, place('withdraw')],
  [
    5,
    ({ branch, attendances }, chance) =>
      attendances.length === 0
        ? null
        : {
            name: 'undo',
            by: chance.of([branch.teller, branch.teller, branch.otherTeller]),
            functionName: 'activity',
            action: 'undo',
            input: { attendanceId: chance.of(attendances) },
          },
  ],
  [
    10,
    (world, chance) => {
      const holder = chance.of(world.holders.slice(0, 3));
      const rewardId = chance.of([world.branch.masks, world.branch.masks, world.branch.rice]);
      return {
        name: 'reserve',
        by: holder.person,
        functionName: 'redemption',
        action: 'reserve',
        input: { passbookId: holder.passbookId, rewardId, lots: chance.of([1, 1, 2, 4]) },
        heard: ({ id, voucher }) => {
          if (voucher) world.orders.push({ id: String(id), voucher: String(voucher), holder });
        },
      };
    },
  ],
  [
    8,
    (world, chance) => {
      if (world.orders.length === 0) return null;
      const { voucher } = chance.of(world.orders);
      const by = chance.percent(90) ? world.branch.merchant : world.branch.teller;
      return {
        name: 'confirm',
        by,
        functionName: 'redemption',
        action: 'confirm',
        input: { voucher },
        heard: ({ orderId, passbookId }) =>
          void world.lines.push({ passbookId: String(passbookId), lineId: String(orderId) }),
      };
    },
  ],
  [
    4,
    ({ orders, branch }, chance) =>
      orders.length === 0
        ? null
        : {
            name: 'undoConfirm',
            by: branch.merchant,
            functionName: 'redemption',
            action: 'undo',
            input: { orderId: chance.of(orders).id },
          },
  ],
  [
    4,
    ({ orders }, chance) => {
      if (orders.length === 0) return null;
      const { id, holder } = chance.of(orders);
      return {
        name: 'cancel',
        by: holder.person,
        functionName: 'redemption',
        action: 'cancel',
        input: { orderId: id },
      };
    },
  ],
  [
    4,
    (world, chance) => ({
      name: 'award',
      by: world.branch.teller,
      functionName: 'desk',
      action: 'award',
      input: {
        passbookId: chance.of(world.holders).passbookId,
        ruleId: chance.percent(90) ? 'outstanding-award' : 'no-such-rule',
        level: 'community',
        reason: '救人',
      },
      heard: ({ id }) => void world.awards.push(String(id)),
    }),
  ],
  [
    4,
    (world, chance) => {
      if (world.awards.length === 0) return null;
      const awardId = chance.of(world.awards);
      return {
        name: 'approve',
        by: world.branch.manager,
        functionName: 'desk',
        action: 'approve',
        input: { awardId, approved: chance.percent(80) },
        heard: ({ passbookId }) => void world.lines.push({ passbookId: String(passbookId), lineId: awardId }),
      };
    },
  ],
  [
    5,
    (world, chance) => ({
      name: 'correct',
      by: chance.of([world.branch.teller, world.branch.otherTeller]),
      functionName: 'desk',
      action: 'correct',
      input: { ...chance.of(world.lines), reason: '记错了' },
      heard: ({ id }) => void world.corrections.push(String(id)),
    }),
  ],
  [
    5,
    ({ branch, corrections }, chance) =>
      corrections.length === 0
        ? null
        : {
            name: 'decideCorrection',
            by: branch.manager,
            functionName: 'desk',
            action: 'decideCorrection',
            input: { correctionId: chance.of(corrections), approved: chance.percent(85) },
          },
  ],
  [
    3,
    ({ branch, attendances }, chance) =>
      attendances.length === 0
        ? null
        : {
            name: 'settleHours',
            by: chance.of([branch.teller, branch.otherTeller, branch.manager]),
            functionName: 'desk',
            action: 'settleHours',
            input: { attendanceId: chance.of(attendances), minutes: chance.of([0, 30, 90, 240]) },
          },
  ],
  [1, desk('freeze')],
  [3, desk('unfreeze')],
  [
    2,
    ({ branch }, chance) => ({
      name: 'stock',
      by: branch.manager,
      functionName: 'desk',
      action: 'stock',
      input: {
        rewardId: chance.of([branch.masks, branch.rice]),
        kind: chance.of(['received', 'writtenOff']),
        lots: chance.of([1, 2, 5]),
        reason: '盘点',
      },
    }),
  ],
  [
    1,
    ({ holders }, chance) => {
      const { person, passbookId } = chance.of(holders);
      const input = { passbookId, donate: chance.percent(70) };
      return { name: 'close', by: person, functionName: 'passbook', action: 'close', input };
    },
  ],
  [
    2,
    (world, chance) => {
      const { branch } = world;
      const startsAt = branch.bank.now + chance.of([0, 2, 24]) * HOUR;
      const session = {
        place: '小区南门',
        startsAt,
        endsAt: startsAt + 3 * HOUR,
        capacity: chance.of([1, 3]),
      };
      const kind = chance.of([
        { basis: 'visit', category: 'basic' },
        { basis: 'hour', category: 'professional' },
      ]);
      return {
        name: 'publish',
        by: branch.teller,
        functionName: 'activity',
        action: 'publish',
        input: {
          ...{ branchId: branch.branchId, title: '护学岗', description: '', askFirst: false, ...kind },
          sessions: [session],
        },
        heard: ({ sessionIds }) => void world.sessions.push(...(sessionIds as string[])),
      };
    },
  ],
  [
    1,
    ({ branch, sessions }, chance) => ({
      name: 'cancelSession',
      by: branch.teller,
      functionName: 'activity',
      action: 'cancel',
      input: { sessionId: chance.of(sessions), reason: '下雨' },
    }),
  ],
];

/** Draws the next thing that somebody wants. */
export function nextOperation(world: World, chance: Chance): Operation {
  const total = OPERATIONS.reduce((sum, [weight]) => sum + weight, 0);
  for (;;) {
    let left = chance.below(total);
    const [, make] = OPERATIONS.find(([weight]) => (left -= weight) < 0)!;
    const made = make(world, chance);
    if (made) return made;
  }
}

/** How far the bank's clock goes on before the next operation; now and then it is set back. */
export function nextPause(chance: Chance): number {
  if (chance.percent(60)) return chance.below(20) * 1_000;
  if (chance.percent(60)) return chance.below(20) * MINUTE;
  if (chance.percent(50)) return chance.below(6 * 60) * MINUTE;
  return chance.percent(70) ? chance.below(9 * 24 * 60) * MINUTE : -chance.below(120) * MINUTE;
}
