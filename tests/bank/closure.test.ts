import fc from 'fast-check';
import {
  closingStep,
  donationLine,
  refusalOfClosing,
  type Standing,
} from '../../cloudfunctions/bank/closure';
import {
  applyStep,
  changeStatus,
  enterVisit,
  holdPoints,
  judge,
  needsOpen,
  postLine,
} from '../../cloudfunctions/bank/ledger';
import { dayOf, MINUTE } from '../../types/day';
import type { Attendance, Closure, Order, Passbook } from '../../types/entities';
import { anyLife, anyStep, lineOf, NEW_PASSBOOK } from '../support/arbitraries';
import { live, NEW_BOOK, take } from '../support/book';

const NOW = 1_000_000_000;

function closureOf({ balance, page }: Passbook): Closure {
  return {
    _id: 'x_1',
    branchId: '0211',
    passbookId: NEW_PASSBOOK._id,
    holderId: 'p_holder',
    donate: true,
    points: balance,
    state: 'closing',
    settled: false,
    refusal: null,
    act: { by: 'p_holder', at: NOW, requestId: 'request-0000000000' },
    pageNo: page.no,
  };
}

describe('a closed passbook', () => {
  it('is empty, and nothing that moves points, holds, visits or its status ever lands on it', () => {
    fc.assert(
      fc.property(anyLife, fc.array(anyStep, { maxLength: 20 }), (before, after) => {
        const lived = live(NEW_BOOK, before);
        const { book, verdict } = take(lived, closingStep(closureOf(lived.passbook)));
        const mayClose = lived.passbook.held === 0 && lived.passbook.status === 'active';
        expect(verdict).toBe(mayClose ? 'ready' : 'open');
        if (verdict !== 'ready') return;
        expect(book.passbook).toMatchObject({
          status: 'closed',
          balance: 0,
          held: 0,
          available: 0,
          holds: {},
        });
        for (const step of after) if (needsOpen(step)) expect(take(book, step).verdict).not.toBe('ready');
        const later = live(book, after).passbook;
        const { balance, held, status, lineCount, visiting } = book.passbook;
        expect(later).toMatchObject({ balance, held, status, lineCount, visiting });
      }),
    );
  });

  it('takes no closing for another balance, while something is held, visited or frozen', () => {
    const rich = applyStep(NEW_PASSBOOK, postLine(lineOf('deed', 500)));
    const step = closingStep(closureOf(rich));
    expect(judge(rich, step)).toBe('ready');
    const visit = { attendanceId: 'a', title: '义诊', since: NOW - 1, until: NOW + 1 };
    const others = [
      postLine(lineOf('more', 100)),
      holdPoints('order', 100),
      enterVisit('a:in', visit, 1),
      changeStatus('t_1', 'frozen'),
    ];
    for (const other of others) expect(judge(applyStep(rich, other), step)).toBe('open');
    const ended = applyStep(rich, enterVisit('a:in', { ...visit, until: NOW }, 1));
    expect(judge(ended, step)).toBe('ready');
  });

  it('prints what was given away as one line, and none where nothing was left', () => {
    expect(donationLine(closureOf({ ...NEW_PASSBOOK, balance: 700 }))).toEqual({
      ...{ id: 'x_1', kind: 'donate', points: -700, title: '销户捐赠', category: null, occurredAt: NOW },
      ...{ bookedOn: dayOf(NOW), contra: 'donate:0211', rate: null, reverses: null },
      source: { kind: 'closure', id: 'x_1' },
    });
    expect(donationLine(closureOf(NEW_PASSBOOK))).toBeNull();
  });
});

describe('a passbook is closed', () => {
  const nothing: Standing = { attendances: [], orders: [], signUps: [], awards: 0, corrections: 0 };
  const attendance = (state: Attendance['state'], at = NOW) =>
    ({ state, settled: true, in: { at }, out: null }) as Attendance;
  const order = (state: Order['state'], at = NOW) =>
    ({ state, settled: true, ended: { at }, expiresAt: NOW + 9 }) as Order;
  const asks = (more: Partial<Standing>, passbook: Partial<Passbook> = {}, donate = true) =>
    refusalOfClosing({ ...NEW_PASSBOOK, ...passbook }, { ...nothing, ...more }, donate, NOW);

  it('once nothing is open on it', () => {
    expect(asks({})).toBeNull();
    const settled = [attendance('done', NOW - 15 * MINUTE), attendance('undone'), attendance('refused')];
    expect(asks({ attendances: settled, orders: [order('cancelled'), order('expired')] })).toBeNull();
  });

  it.each<[string, Partial<Standing>, number | null]>([
    ['order', { orders: [order('reserved')] }, NOW + 9],
    ['order', { orders: [order('placing')] }, NOW + 9],
    ['undo', { orders: [order('confirmed', NOW - 1)] }, NOW - 1 + 15 * MINUTE],
    ['undo', { attendances: [attendance('done', NOW - 2)] }, NOW - 2 + 15 * MINUTE],
    ['hours', { attendances: [attendance('in')] }, null],
    ['hours', { attendances: [attendance('lapsed', 0)] }, null],
    ['hours', { attendances: [attendance('settling', 0)] }, null],
    ['signUp', { signUps: [{ startsAt: NOW + 5 }] }, NOW + 5],
    ['award', { awards: 1 }, null],
    ['correction', { corrections: 1 }, null],
    ['step', { orders: [{ ...order('cancelled'), settled: false }] }, null],
    ['step', { attendances: [{ ...attendance('refused'), settled: false }] }, null],
  ])('not while it waits for a matter of the kind %s', (what, open, until) => {
    expect(asks(open)).toEqual({ code: 'PASSBOOK_BUSY', details: { what, until } });
  });

  it('not while points are held or somebody is checked in', () => {
    const busy = (what: string, until: number | null) => ({
      code: 'PASSBOOK_BUSY',
      details: { what, until },
    });
    expect(asks({}, { held: 1 })).toEqual(busy('step', null));
    const visiting = { attendanceId: 'a', title: '义诊', since: 0, until: NOW + 1 };
    expect(asks({}, { visiting })).toEqual(busy('attendance', NOW + 1));
    expect(asks({}, { visiting: { ...visiting, until: NOW } })).toBeNull();
  });

  it('not before the last thing done can be taken back no more', () => {
    const attendances = [attendance('done', NOW - 2), attendance('done', NOW - 5)];
    const orders = [order('confirmed', NOW - 3)];
    const told = { code: 'PASSBOOK_BUSY', details: { what: 'undo', until: NOW - 2 + 15 * MINUTE } };
    expect(asks({ attendances, orders })).toEqual(told);
  });

  it('only with a word about what is left, and neither frozen nor closed', () => {
    expect(asks({}, { balance: 300 }, false)).toEqual({
      code: 'PASSBOOK_NOT_EMPTY',
      details: { balance: 300 },
    });
    expect(asks({}, { balance: 300 })).toBeNull();
    expect(asks({}, {}, false)).toBeNull();
    expect(asks({}, { status: 'frozen' })).toMatchObject({ code: 'PASSBOOK_FROZEN' });
    expect(asks({}, { status: 'closed' })).toMatchObject({ code: 'PASSBOOK_CLOSED' });
  });
});
