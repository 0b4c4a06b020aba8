import fc from 'fast-check';
import {
  applyStep,
  availableChange,
  burnStep,
  changeStatus,
  CODE_STEPS,
  enterVisit,
  holdPoints,
  holdStepId,
  judge,
  leaveVisit,
  PAGE_IDS,
  PAGE_LINES,
  type PassbookStep,
  postLine,
  recentCounters,
  releasePoints,
  reverseLine,
  settleHold,
  visitedAt,
} from '../../cloudfunctions/bank/ledger';
import type { Passbook } from '../../types/entities';
import { anyLife, anyStep, lineOf, NEW_PASSBOOK } from '../support/arbitraries';
import { type Book, live, NEW_BOOK, take, turn } from '../support/book';

const rich = applyStep(NEW_PASSBOOK, postLine(lineOf('gift', 10_000)));

describe('a passbook, whatever steps come in whatever order', () => {
  it('adds up: opening + lines = balance, balance − held = available ≥ 0, holds = held (P1)', () => {
    fc.assert(
      fc.property(anyLife, (steps) => {
        let book = NEW_BOOK;
        for (const step of steps) {
          book = take(book, step).book;
          expectToAddUp(book);
        }
      }),
    );
  });

  it('takes a step once, however often and however late it is sent', () => {
    fc.assert(
      fc.property(anyLife, anyLife, (before, after) => {
        const once = live(NEW_BOOK, [...before, ...after]);
        const copies = before.filter((step) => isOn(once, step.id));
        expect(live(once, copies)).toEqual(once);
      }),
    );
  });

  it('is left as it was by a step that it refuses (P7)', () => {
    fc.assert(
      fc.property(anyLife, anyStep, (steps, step) => {
        const book = live(NEW_BOOK, steps);
        const { book: after, verdict } = take(book, step);
        // The page may have been turned for it: that moves no point.
        const { page: _before, ...stood } = book.passbook;
        const { page: _after, ...stands } = after.passbook;
        if (verdict !== 'ready') expect(stands).toEqual(stood);
      }),
    );
  });

  it('never takes a step whose id was burnt, and says so', () => {
    fc.assert(
      fc.property(anyLife, anyStep, anyLife, (before, step, after) => {
        const burnt = take(live(NEW_BOOK, before), burnStep(step.id));
        fc.pre(burnt.verdict === 'ready' && !step.burns);
        const later = live(burnt.book, after);
        expect(take(later, step)).toMatchObject({ verdict: 'burnt', book: { passbook: later.passbook } });
        expect(take(later, burnStep(step.id)).verdict).toBe('taken');
      }),
    );
  });

  it('is not changed in place: what was read stays as it was read', () => {
    fc.assert(
      fc.property(anyLife, anyStep, (steps, step) => {
        const { passbook } = live(NEW_BOOK, steps);
        const copy = structuredClone(passbook);
        if (judge(passbook, step) === 'ready') applyStep(passbook, step);
        expect(passbook).toEqual(copy);
      }),
    );
  });
});

describe('what a step asks of a passbook', () => {
  it('spends what is available, and not what is held', () => {
    const held = applyStep(rich, holdPoints('o1', 9_500));
    expect(judge(held, postLine(lineOf('spend', -500)))).toBe('ready');
    expect(judge(held, postLine(lineOf('spend', -501)))).toBe('points');
    expect(judge(held, holdPoints('o2', 501))).toBe('points');
  });

  it('turns a hold into its line without touching what is available', () => {
    const held = applyStep(rich, holdPoints('o1', 500));
    const step = settleHold('o1', lineOf('o1', -500));
    expect(availableChange(step)).toBe(0);
    expect(applyStep(held, step)).toMatchObject({ balance: 9_500, held: 0, available: 9_500, holds: {} });
  });

  it('releases or settles a hold only if it is there with just these points', () => {
    const held = applyStep(rich, holdPoints('o1', 500));
    expect(judge(held, releasePoints('o1', 400))).toBe('hold');
    expect(judge(rich, releasePoints('o1', 500))).toBe('hold');
    expect(judge(rich, settleHold('o1', lineOf('o1', -500)))).toBe('hold');
    expect(applyStep(held, releasePoints('o1', 500))).toMatchObject({ available: 10_000, holds: {} });
  });

  it('keeps a copy of a hold from landing after its id was burnt', () => {
    const burnt = applyStep(rich, burnStep(holdStepId('o1')));
    expect(judge(burnt, holdPoints('o1', 500))).toBe('burnt');
    // What landed before it stays as it was.
    expect(judge(burnt, postLine(lineOf('gift', 10_000)))).toBe('taken');
  });

  it('counts each check-in code once, and remembers the last ones only', () => {
    const scan = (code: number): PassbookStep => postLine(lineOf(`a${code}`, 100), { codeStep: code });
    const scanned = applyStep(NEW_PASSBOOK, scan(7));
    expect(judge(scanned, { ...scan(7), id: 'elsewhere' })).toBe('code');
    const many = Array.from({ length: CODE_STEPS + 5 }, (_, n) => scan(100 + n));
    const { codeSteps } = live({ ...NEW_BOOK, passbook: scanned }, many).passbook;
    expect(codeSteps).toHaveLength(CODE_STEPS);
    expect(codeSteps.at(-1)).toBe(100 + CODE_STEPS + 4);
  });

  it('credits under a cap only if nothing was credited since it was computed', () => {
    const credit = (id: string, atMost: number) =>
      postLine(lineOf(id, 300), { counter: { key: 'k', atMost, add: 300 } });
    const credited = applyStep(NEW_PASSBOOK, credit('a', 0));
    expect(credited.counters).toEqual({ k: 300 });
    expect(judge(credited, credit('b', 0))).toBe('counter');
    expect(judge(credited, credit('b', 300))).toBe('ready');
    const again = applyStep(credited, credit('b', 300));
    expect(again.counters).toEqual({ k: 600 });
    const back = { ...credit('c', 0), counter: { key: 'k', atMost: null, add: -300 } };
    expect(judge(again, back)).toBe('ready');
    expect(applyStep(again, back).counters).toEqual({ k: 300 });
  });

  it('lets whoever is checked in by the hour be nowhere else until then', () => {
    const visiting = { attendanceId: 'a', title: '义诊', since: 10, until: 100 };
    const there: Passbook = { ...NEW_PASSBOOK, visiting };
    const elsewhere = (at: number) => postLine(lineOf('b', 100), { visit: { freeAt: at } });
    expect(judge(there, elsewhere(99))).toBe('elsewhere');
    expect(judge(there, elsewhere(100))).toBe('ready');
  });
});

describe('a visit by the hour', () => {
  const visiting = { attendanceId: 'a', title: '义诊', since: 10, until: 100 };

  it('is entered where nobody is elsewhere, and left by its own attendance only', () => {
    const there = applyStep(NEW_PASSBOOK, enterVisit('a:in', visiting, 1));
    expect(there.visiting).toEqual(visiting);
    expect(judge(there, enterVisit('b:in', { ...visiting, attendanceId: 'b', since: 99 }, 2))).toBe(
      'elsewhere',
    );
    expect(judge(there, enterVisit('b:in', { ...visiting, attendanceId: 'b', since: 100 }, 2))).toBe('ready');
    expect(judge(there, leaveVisit('b:out', { leave: 'b' }, null))).toBe('elsewhere');
    expect(judge(NEW_PASSBOOK, leaveVisit('a:out', { leave: 'a' }, null))).toBe('elsewhere');
    expect(judge(there, leaveVisit('a:out', { leave: 'a' }, null))).toBe('ready');
    expect(applyStep(there, leaveVisit('a:out', { leave: 'a' }, 5))).toMatchObject({
      ...{ visiting: null, codeSteps: [1, 5], balance: 0, lineCount: 0 },
    });
    expect(visitedAt(there, 99)).toEqual(visiting);
    expect(visitedAt(there, 100)).toBeNull();
  });

  it('stays through steps that have nothing to do with it, or only ask to be free', () => {
    const ran = applyStep(NEW_PASSBOOK, enterVisit('a:in', visiting, 1));
    for (const visit of [null, { freeAt: 100 }])
      expect(applyStep(ran, postLine(lineOf('deed', 100), { visit })).visiting).toEqual(visiting);
  });
});

describe('the status of a passbook', () => {
  it('is changed once by each step, and moves no point', () => {
    const frozen = applyStep(rich, changeStatus('t_1', 'frozen'));
    expect(frozen).toMatchObject({ status: 'frozen', balance: 10_000, available: 10_000 });
    const thawed = applyStep(frozen, changeStatus('t_2', 'active'));
    expect(judge(thawed, changeStatus('t_1', 'frozen'))).toBe('taken');
    expect(thawed.status).toBe('active');
  });

  it('closed, takes nothing but the burning of an id', () => {
    const closed: Passbook = { ...rich, status: 'closed' };
    const refused = [
      postLine(lineOf('deed', 100)),
      holdPoints('o1', 100),
      leaveVisit('a:out', { freeAt: 1 }, null),
      changeStatus('t_1', 'active'),
    ];
    for (const step of refused) expect(judge(closed, step)).toBe('closed');
    expect(judge(closed, burnStep('deed'))).toBe('ready');
    for (const step of refused) expect(judge({ ...rich, status: 'frozen' }, step)).toBe('ready');
  });
});

describe('a page', () => {
  it('is turned at so many lines or so many steps, and the next begins with the balance', () => {
    const lines = Array.from({ length: PAGE_LINES }, (_, n) => postLine(lineOf(`e${n}`, 100)));
    const full = live(NEW_BOOK, lines);
    expect(full.pages).toHaveLength(0);
    expect(judge(full.passbook, postLine(lineOf('next', 100)))).toBe('full');
    const turned = take(full, postLine(lineOf('next', 100))).book;
    expect(turned.pages[0]).toMatchObject({ no: 1, opening: 0, closing: 1_200, firstLine: 1 });
    expect(turned.passbook.page).toMatchObject({ no: 2, opening: 1_200, firstLine: 13, lineCount: 1 });

    const holds = Array.from({ length: PAGE_IDS }, (_, n) => burnStep(`b${n}`));
    expect(live(NEW_BOOK, holds).pages).toHaveLength(1);
    // A burnt id takes two places: its own, and the mark that tells it from one that landed.
    expect(live(NEW_BOOK, holds.slice(0, PAGE_IDS / 2)).pages).toHaveLength(0);
    expect(live(NEW_BOOK, holds.slice(0, PAGE_IDS / 2 + 1)).pages).toHaveLength(1);
  });

  it('has a hash that covers all that is on it, and is chained to the one before', () => {
    const deeds = (title: string) =>
      turn(turn(live(NEW_BOOK, [postLine({ ...lineOf('a', 100), title }), postLine(lineOf('b', 50))])));
    const { passbook, pages } = deeds('洁净家园');
    const [first, second] = pages;
    expect(first).toMatchObject({
      ...{ _id: `${passbook._id}#1`, passbookId: passbook._id, branchId: '0211', previousHash: '' },
      ...{ ids: ['a', 'b'], turnedAt: 1_000, opening: 0, closing: 150 },
    });
    expect(second).toMatchObject({ no: 2, firstLine: 3, opening: 150, previousHash: first!.hash });
    expect(passbook.page).toMatchObject({
      ...{ no: 3, firstLine: 3, opening: 150, previousHash: second!.hash },
      ...{ lines: [], lineCount: 0, ids: [], idCount: 0 },
    });
    expect(deeds('义诊').pages[0]!.hash).not.toBe(first!.hash);
  });

  it('keeps the day’s counters and those of nine days before when it is turned', () => {
    const counters = { 'basic:2026-11-10': 1, 'basic:2026-11-11': 2, 'professional:2026-11-20': 3 };
    expect(recentCounters({ ...NEW_PASSBOOK, counters }, '2026-11-20')).toEqual({
      'basic:2026-11-11': 2,
      'professional:2026-11-20': 3,
    });
  });
});

describe('a mistake', () => {
  it('is answered by a line that takes it back and names it; reversed again, it stands as before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (points) => {
        const line = lineOf('deed', points);
        const back = reverseLine(line, 'deed:undo', 5);
        expect(back).toMatchObject({
          kind: 'reverse',
          points: -points,
          reverses: 'deed',
          source: line.source,
        });
        expect(line.points + back.points).toBe(0);
        expect(back).not.toHaveProperty('reason');
        expect(reverseLine(back, 'again', 6)).toMatchObject({ points, reverses: 'deed:undo' });
      }),
    );
  });
});

function isOn({ pages, passbook }: Book, id: string): boolean {
  return passbook.page.ids.includes(id) || pages.some((page) => page.ids.includes(id));
}

function expectToAddUp({ passbook, pages }: Book): void {
  const { balance, held, available, holds, page, lineCount } = passbook;
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  expect(balance).toBe(page.opening + sum(page.lines.map((line) => line.points)));
  expect(available).toBe(balance - held);
  expect(available).toBeGreaterThanOrEqual(0);
  expect(sum(Object.values(holds))).toBe(held);
  expect([page.lineCount, page.idCount]).toEqual([page.lines.length, page.ids.length]);
  expect(lineCount).toBe(sum(pages.map((one) => one.lines.length)) + page.lines.length);
}
