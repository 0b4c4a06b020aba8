import fc from 'fast-check';
import {
  burnStep,
  changeStatus,
  enterVisit,
  firstPage,
  holdPoints,
  leaveVisit,
  type PassbookStep,
  postLine,
  releasePoints,
  reverseLine,
  settleHold,
} from '../../cloudfunctions/bank/ledger';
import type { Line, Passbook } from '../../types/entities';
import type { Points } from '../../types/points';

export const NEW_PASSBOOK: Passbook = {
  _id: '0211-000001-1',
  branchId: '0211',
  kind: 'volunteer',
  title: null,
  holderId: 'p_holder',
  status: 'active',
  balance: 0,
  held: 0,
  available: 0,
  holds: {},
  page: firstPage(),
  lineCount: 0,
  counters: {},
  codeSteps: [],
  visiting: null,
  keyEpoch: 1,
  closedThrough: '2026-11-19',
  openedAt: 0,
};

/** A line of so many points; the source does not matter to the ledger. */
export function lineOf(id: string, points: Points): Line {
  return {
    id,
    kind: points > 0 ? 'earn' : 'redeem',
    points,
    title: '洁净家园',
    category: 'basic',
    occurredAt: 0,
    bookedOn: '2026-11-20',
    contra: 'issue:basic',
    source: { kind: 'attendance', id },
    rate: null,
    reverses: null,
  };
}

/** Ids come from a small pool, so that steps meet each other: repeated, released unheld, held twice. */
const few = fc.integer({ min: 1, max: 12 });
const amount = fc.integer({ min: 1, max: 2_000 });

/** Any step that the bank's chains take, likely or not at that moment. */
export const anyStep: fc.Arbitrary<PassbookStep> = fc.oneof(
  fc.tuple(fc.nat({ max: 500 }), amount).map(([n, points]) => postLine(lineOf(`earn${n}`, points))),
  fc.tuple(few, amount).map(([n, points]) => postLine(lineOf(`spend${n}`, -points))),
  fc.tuple(few, amount, fc.integer({ min: 0, max: 1_000 })).map(([n, points, atMost]) =>
    postLine(lineOf(`capped${n}`, points), {
      counter: { key: 'professional:2026-11-20', atMost, add: points },
      codeStep: n,
    }),
  ),
  few.map((n) => holdPoints(`order${n}`, n * 100)),
  few.map((n) => releasePoints(`order${n}`, n * 100)),
  few.map((n) => settleHold(`order${n}`, lineOf(`order${n}`, -n * 100))),
  few.map((n) => settleHold(`earn${n}`, reverseLine(lineOf(`earn${n}`, n * 100), `earn${n}:undo`, 1))),
  few.map((n) => burnStep(`order${n}:hold`)),
  fc
    .tuple(few, few)
    .map(([n, code]) =>
      enterVisit(`visit${n}:in`, { attendanceId: `visit${n}`, title: '义诊', since: n, until: n + 10 }, code),
    ),
  few.map((n) => leaveVisit(`visit${n}:out`, { leave: `visit${n}` }, null)),
  fc.tuple(few, fc.boolean()).map(([n, frozen]) => changeStatus(`status${n}`, frozen ? 'frozen' : 'active')),
);

/** A life's worth of steps: enough to turn several pages. */
export const anyLife = fc.array(anyStep, { maxLength: 150, size: 'max' });
