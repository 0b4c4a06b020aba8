import { dueLines, type LeadingRecords, pointsOwed } from '../../cloudfunctions/bank/dueLine';
import { creditFor } from '../../cloudfunctions/bank/rateCard';
import { HOUR } from '../../types/day';
import type { DueLine } from '../../types/closing';
import type { Attendance, Award, Line, Order } from '../../types/entities';
import { lineOf, NEW_PASSBOOK } from '../support/arbitraries';
import {
  actAt,
  attendanceOf,
  awardOf,
  CARD,
  closureOf,
  hoursOf,
  NOON,
  orderOf,
  undoBy,
} from '../support/records';

const NO_RECORDS: LeadingRecords = { attendances: [], awards: [], orders: [], closures: [] };
const due = (records: Partial<LeadingRecords>) => dueLines({ ...NO_RECORDS, ...records });
const passbookId = NEW_PASSBOOK._id;
const undo = undoBy('p_teller');

describe('the lines that records owe their passbooks', () => {
  it('are one for each deed, award, reward and donation, told as the line must be', () => {
    const records = {
      attendances: [attendanceOf(1)],
      awards: [awardOf()],
      orders: [orderOf('o_1')],
      closures: [closureOf()],
    };
    const line = { passbookId, minutes: null, settled: true };
    const rate = (inputs: object) => ({ version: 1, inputs });
    expect(due(records)).toEqual([
      {
        ...{ ...line, id: 's1#p#1', kind: 'earn', points: 100, at: NOON },
        ...{ source: { kind: 'attendance', id: 's1#p#1' }, rate: rate({ basis: 'visit', ruleId: 'visit' }) },
      },
      {
        ...{ ...line, id: 'w_1', kind: 'earn', points: 5_000, at: NOON + HOUR },
        source: { kind: 'award', id: 'w_1' },
        rate: rate({ basis: 'award', ruleId: 'award', level: 'street' }),
      },
      {
        ...{ ...line, id: 'o_1', kind: 'redeem', points: -1_000, at: NOON + HOUR },
        source: { kind: 'order', id: 'o_1' },
        rate: rate({ basis: 'price', rewardId: 'r_masks', lots: 2 }),
      },
      {
        ...{ ...line, id: 'x_1', kind: 'donate', points: -700, at: NOON + 3 * HOUR },
        ...{ source: { kind: 'closure', id: 'x_1' }, rate: null },
      },
    ]);
  });

  it('are none of what is not decided, was refused or earned nothing', () => {
    for (const state of ['in', 'lapsed', 'refused'] satisfies Attendance['state'][])
      expect(due({ attendances: [attendanceOf(1, { state })] })).toEqual([]);
    for (const state of ['proposed', 'declined', 'refused'] satisfies Award['state'][])
      expect(due({ awards: [awardOf({ state })] })).toEqual([]);
    for (const state of ['placing', 'reserved', 'refused', 'cancelled', 'expired'] satisfies Order['state'][])
      expect(due({ orders: [orderOf('o_1', { state })] })).toEqual([]);
    expect(due({ closures: [closureOf({ state: 'refused' }), closureOf({ points: 0 })] })).toEqual([]);
    expect(due({ attendances: [attendanceOf(1, { credit: null })] })).toEqual([]);
  });

  it('must be there once the record is settled', () => {
    const settled = (records: Partial<LeadingRecords>) => due(records).map((line) => line.settled);
    expect(settled({ attendances: [attendanceOf(1, { settled: false })] })).toEqual([false]);
    expect(settled({ awards: [awardOf({ settled: false })] })).toEqual([false]);
    expect(settled({ orders: [orderOf('o_1', { settled: false })] })).toEqual([false]);
    expect(settled({ closures: [closureOf({ state: 'closing' })] })).toEqual([false]);
  });

  it('come from confirmed hours by their minutes alone, as only the line says what they earned', () => {
    const settling = hoursOf(1, {
      ...{ state: 'settling', settled: false, credit: null, lapse: { planned: 120, confirmed: 60 } },
    });
    expect(due({ attendances: [settling] })).toEqual([
      {
        ...{ id: 's1#p#1', passbookId, kind: 'earn', points: null, minutes: 60, at: NOON + 2 * HOUR },
        ...{ source: { kind: 'attendance', id: 's1#p#1' }, rate: null, settled: false },
      },
    ]);
    const none = [
      { planned: 120, confirmed: 0 },
      { planned: 120, confirmed: null },
    ];
    for (const lapse of none) expect(due({ attendances: [{ ...settling, lapse }] })).toEqual([]);
    expect(due({ attendances: [{ ...settling, out: null }] })).toEqual([]);
    // Nobody forgot anything: the check-out says how long they were there.
    expect(due({ attendances: [{ ...settling, lapse: null }] })).toMatchObject([{ minutes: 120 }]);
  });
});

describe('what is taken back', () => {
  const undone = { state: 'undone', undo } as const;
  const undoing = { state: 'undoing', undo, settled: false } as const;

  it('owes a second line that gives back the first, while the first must stand', () => {
    const back = (id: string, points: number) => ({
      ...{ id: `${id}:undo1`, passbookId, kind: 'reverse', points: -points, at: undo.at, settled: true },
      source: { id },
    });
    for (const settled of [true, false]) {
      const records: [Partial<LeadingRecords>, string, number][] = [
        [{ attendances: [attendanceOf(1, { ...undone, settled })] }, 's1#p#1', 100],
        [{ awards: [awardOf({ ...undone, settled })] }, 'w_1', 5_000],
        [{ orders: [orderOf('o_1', { ...undone, settled })] }, 'o_1', -1_000],
      ];
      for (const [record, id, points] of records)
        expect(due(record)).toMatchObject([
          { id, points, settled: true },
          { ...back(id, points), settled },
        ]);
    }
  });

  it('is not owed yet while it is under way, but for an order, whose points come back first', () => {
    const first = { settled: true };
    expect(due({ attendances: [attendanceOf(1, undoing)] })).toMatchObject([first]);
    expect(due({ awards: [awardOf(undoing)] })).toMatchObject([first]);
    for (const settled of [true, false])
      expect(due({ orders: [orderOf('o_1', { ...undoing, settled })] })).toMatchObject([
        first,
        { id: 'o_1:undo1', points: 1_000, settled: false },
      ]);
  });

  it('is not owed for an attempt that was given up', () => {
    const refused = { ...undo, refusal: { code: 'POINTS_SPENT', details: {} } } as const;
    expect(due({ attendances: [attendanceOf(1, { undo: refused })] })).toHaveLength(1);
    expect(due({ awards: [awardOf({ undo: refused })] })).toHaveLength(1);
    expect(due({ orders: [orderOf('o_1', { undo: refused })] })).toHaveLength(1);
  });
});

describe('the points that a line must have', () => {
  const [visit, back] = due({ attendances: [attendanceOf(1, { state: 'undone', undo })] }) as [
    DueLine,
    DueLine,
  ];
  const line = lineOf('line', 100);
  const deed = { basis: 'hour', category: 'professional', kind: 'volunteer' } as const;
  const credit = creditFor(CARD, { ...deed, minutes: 60, earnedBefore: 0 });
  const hours: Line = { ...line, rate: { version: 1, inputs: credit.inputs } };
  const [owed] = due({
    attendances: [
      hoursOf(1, { state: 'settling', out: actAt(NOON), lapse: { planned: 120, confirmed: 60 } }),
    ],
  }) as [DueLine];

  it('are computed from the card by what the record says, the other way round if it is taken back', () => {
    expect(pointsOwed(visit, line, CARD)).toBe(100);
    expect(pointsOwed(back, line, CARD)).toBe(-100);
    const [order] = due({ orders: [orderOf('o_1')] });
    expect(pointsOwed(order!, line, CARD)).toBe(-1_000);
  });

  it('are unknown without a card or its rule', () => {
    expect(pointsOwed(visit, line, undefined)).toBeNull();
    for (const one of [visit, back]) expect(pointsOwed(one, line, { ...CARD, earning: [] })).toBeNull();
    expect(pointsOwed({ ...visit, rate: null }, line, CARD)).toBeNull();
  });

  it('are what was left where it was given away, by no card', () => {
    const [donation] = due({ closures: [closureOf()] });
    expect(pointsOwed(donation!, line, undefined)).toBe(-700);
  });

  it('are those of the minutes that were confirmed, and of no others', () => {
    expect(pointsOwed(owed, hours, CARD)).toBe(200);
    expect(pointsOwed({ ...owed, minutes: 90 }, hours, CARD)).toBeNull();
    const visited = { ...line, rate: { version: 1, inputs: { basis: 'visit', ruleId: 'visit' } } } as const;
    expect(pointsOwed(owed, visited, CARD)).toBeNull();
    expect(pointsOwed(owed, line, CARD)).toBeNull();
  });
});
