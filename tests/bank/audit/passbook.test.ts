import { auditPassbook, type PassbookFile } from '../../../cloudfunctions/bank/audit/passbook';
import {
  arriveStep,
  creditLine,
  creditStep,
  settleHoursStep,
  undoStep,
} from '../../../cloudfunctions/bank/attendance';
import { awardStep } from '../../../cloudfunctions/bank/award';
import { pageHash, PAGE_IDS, PAGE_LINES, type PassbookStep } from '../../../cloudfunctions/bank/ledger';
import { holdStep, redeemLine, settleStep } from '../../../cloudfunctions/bank/order';
import { setAsideStep, takeBackStep } from '../../../cloudfunctions/bank/takeBack';
import { sha256 } from '../../../cloudfunctions/platform/secret';
import type { CurrentPage, Line, Page, Passbook, RateCard } from '../../../types/entities';
import type { Finding } from '../../../types/finding';
import { NEW_PASSBOOK } from '../../support/arbitraries';
import { type Book, NEW_BOOK, take, turn } from '../../support/book';
import { actAt, attendanceOf, awardOf, CARD, hoursOf, NOON, orderOf, undoBy } from '../../support/records';

const visit = attendanceOf(1);
const undone = attendanceOf(2, { state: 'undone', undo: undoBy('p_teller') });
const hours = hoursOf(3);
const confirming = hoursOf(4, {
  state: 'settling',
  settled: false,
  credit: null,
  outCodeStep: null,
  lapse: { planned: 120, confirmed: 60 },
  out: actAt(NOON, 'p_manager'),
});
const award = awardOf();
const bought = orderOf('o_1');
const returned = orderOf('o_2', { state: 'undone', undo: undoBy('p_merchant') });
const waiting = orderOf('o_3', { state: 'reserved', ended: null, lots: 1, points: 500 });

/** A life with something of everything, in the order in which it happened. */
const BEFORE_THE_PAGE: ((passbook: Passbook) => PassbookStep)[] = [
  (at) => creditStep(visit, at),
  (at) => creditStep(undone, at),
  () => setAsideStep(creditLine(undone)!, undone.undo!)!,
  (at) => undoStep(undone, undone.undo!, at),
  () => awardStep(award),
];
const AFTER_THE_PAGE: ((passbook: Passbook) => PassbookStep)[] = [
  () => arriveStep(hours),
  (at) => creditStep(hours, at),
  (at) => settleHoursStep(confirming, CARD, at),
  () => holdStep(bought),
  () => settleStep(bought),
  () => holdStep(returned),
  () => settleStep(returned),
  () => takeBackStep(redeemLine(returned), returned.undo!),
  () => holdStep(waiting),
];
const through = (book: Book, steps: typeof BEFORE_THE_PAGE) =>
  steps.reduce((lived, step) => take(lived, step(lived.passbook)).book, book);

/** The passbook after that life, with its two pages and all records. */
function soundFile(): PassbookFile & { pages: [Page] } {
  const { passbook, pages } = through(turn(through(NEW_BOOK, BEFORE_THE_PAGE)), AFTER_THE_PAGE);
  return {
    ...{ passbook, pages: pages as [Page], closures: [], awards: [award] },
    ...{ attendances: [visit, undone, hours, confirming], orders: [bought, returned, waiting] },
  };
}

const audit = (more: Partial<PassbookFile> = {}, settled = true, cards: RateCard[] = [CARD]) =>
  auditPassbook({ ...soundFile(), ...more }, cards, sha256, settled);
const withPassbook = (more: Partial<Passbook>) => audit({ passbook: { ...soundFile().passbook, ...more } });
const withPage = (more: Partial<CurrentPage>) =>
  withPassbook({ page: { ...soundFile().passbook.page, ...more } });
/** The first page changed and hashed again, and the passbook chained to what it became. */
const forged = (more: Partial<Page>) => {
  const { passbook, pages } = soundFile();
  const { hash: _hash, ...content } = { ...pages[0], ...more };
  const page = { ...content, hash: pageHash(content, sha256) };
  return audit({
    pages: [page],
    passbook: { ...passbook, page: { ...passbook.page, previousHash: page.hash } },
  });
};

const HERE = `passbooks ${NEW_PASSBOOK._id}`;
const PAGE = `pages ${NEW_PASSBOOK._id}#1`;
/** What the life leaves: a visit, an award, hours and confirmed hours, less one order. */
const LEFT = 100 + 5_000 + 400 + 200 - 1_000;

describe('the audit of a passbook', () => {
  it('finds nothing on one that was kept by the rules, whatever order its pages are read in', () => {
    const { passbook, pages } = soundFile();
    expect(passbook).toMatchObject({ balance: LEFT, held: 500 });
    expect(audit()).toEqual([]);
    const two = turn({ passbook, pages });
    expect(audit({ passbook: two.passbook, pages: [...two.pages].reverse() })).toEqual([]);
    expect(audit({ ...NEW_BOOK, attendances: [], awards: [], orders: [] })).toEqual([]);
  });

  it.each<[string, object[], () => Finding[]]>([
    [
      'a page that is gone',
      [
        { promise: 'P5', document: HERE, what: 'is on page 2 after 0 turned' },
        { promise: 'P1', document: HERE, what: 'carries 5100 forward, not 0' },
        { promise: 'P5', document: HERE, what: 'begins with line 5, not 1' },
        { promise: 'P5', document: HERE, what: 'is not chained to its last page' },
        { promise: 'P1', document: HERE, what: `has ${LEFT}, its lines come to ${LEFT - 5_100}` },
        { promise: 'P1', document: HERE, what: 'counts 9 lines' },
      ],
      () => audit({ pages: [] }),
    ],
    [
      'a turned page that was changed',
      [{ promise: 'P5', document: PAGE, what: 'has changed since it was turned' }],
      () => audit({ pages: [{ ...soundFile().pages[0], turnedAt: 2 }] }),
    ],
    [
      'a page with another number',
      [{ promise: 'P5', document: PAGE, what: 'page 1 is missing before it' }],
      () => forged({ no: 3 }),
    ],
    [
      'a page that opens with points from nowhere',
      [
        { promise: 'P1', document: PAGE, what: 'opens with 1, carried forward 0' },
        { promise: 'P1', document: PAGE, what: 'closes with 5100, adds up to 5101' },
      ],
      () => forged({ opening: 1 }),
    ],
    [
      'a page that closes with more than its lines',
      [
        { promise: 'P1', document: PAGE, what: 'closes with 5101, adds up to 5100' },
        { promise: 'P1', document: HERE, what: 'carries 5100 forward, not 5101' },
        { promise: 'P1', document: HERE, what: `has ${LEFT}, its lines come to ${LEFT + 1}` },
      ],
      () => forged({ closing: 5_101 }),
    ],
    [
      'lines that are numbered anew',
      [{ promise: 'P5', document: PAGE, what: 'begins with line 2, not 1' }],
      () => forged({ firstLine: 2 }),
    ],
    [
      'a page chained to another',
      [{ promise: 'P5', document: PAGE, what: 'is not chained to the page before' }],
      () => forged({ previousHash: 'another' }),
    ],
    [
      'a passbook on another page',
      [{ promise: 'P5', document: HERE, what: 'is on page 3 after 1 turned' }],
      () => withPage({ no: 3 }),
    ],
    [
      'a balance carried forward wrongly',
      [{ promise: 'P1', document: HERE, what: 'carries 5000 forward, not 5100' }],
      () => withPage({ opening: 5_000 }),
    ],
    [
      'a passbook that numbers its lines wrongly',
      [{ promise: 'P5', document: HERE, what: 'begins with line 4, not 5' }],
      () => withPage({ firstLine: 4 }),
    ],
    [
      'a passbook chained to another page',
      [{ promise: 'P5', document: HERE, what: 'is not chained to its last page' }],
      () => withPage({ previousHash: '' }),
    ],
    [
      'a balance that its lines don’t come to',
      [{ promise: 'P1', document: HERE, what: `has ${LEFT + 1}, its lines come to ${LEFT}` }],
      () => withPassbook({ balance: LEFT + 1, available: LEFT + 1 - 500 }),
    ],
    [
      'a miscounted page',
      [{ promise: 'P1', document: HERE, what: 'miscounts its page' }],
      () => withPage({ lineCount: 1 }),
    ],
    [
      'miscounted steps',
      [{ promise: 'P1', document: HERE, what: 'miscounts its page' }],
      () => withPage({ idCount: 1 }),
    ],
    [
      'miscounted lines',
      [{ promise: 'P1', document: HERE, what: 'counts 8 lines' }],
      () => withPassbook({ lineCount: 8 }),
    ],
    [
      'more available than is not held',
      [{ promise: 'P1', document: HERE, what: `${LEFT} − 500 is not ${LEFT}` }],
      () => withPassbook({ available: LEFT }),
    ],
    [
      'an overdrawn passbook',
      [{ promise: 'P1', document: HERE, what: 'is overdrawn' }],
      () => withPassbook({ held: LEFT + 1, available: -1, holds: { o_3: LEFT + 1 } }),
    ],
    [
      'a hold below nothing',
      [{ promise: 'P1', document: HERE, what: 'is overdrawn' }],
      () => withPassbook({ held: -1, available: LEFT + 1, holds: { o_3: -1 } }),
    ],
    [
      'holds that don’t come to what is held',
      [{ promise: 'P1', document: HERE, what: 'holds do not come to 500' }],
      () => withPassbook({ holds: { o_3: 400 } }),
    ],
  ])('finds %s', (_what, findings, audited) => {
    const found = audited();
    expect(found).toEqual(expect.arrayContaining(findings));
    expect(found.filter(({ promise }) => promise === 'P1' || promise === 'P5')).toHaveLength(findings.length);
  });

  it('finds fractions of a point', () => {
    const half = { ...soundFile().passbook, balance: 0.5, available: 0.5, held: 0, holds: {} };
    const found = { promise: 'P1', document: HERE, what: 'balance 0.5 is no whole number' };
    expect(audit({ passbook: half })).toContainEqual(found);
  });

  it('allows that nothing is left, or that all of it is held', () => {
    const all = { held: LEFT, available: 0, holds: { o_3: LEFT } };
    expect(withPassbook(all)).toEqual([]);
    expect(withPassbook({ held: 0, available: LEFT, holds: {} })).toEqual([]);
  });

  it('waits for the next step to turn a full page that is written away already, and for no other', () => {
    const full = (more: Partial<CurrentPage>) => {
      const page = { ...NEW_PASSBOOK.page, ...more };
      const { no: _no, ...at } = NEW_PASSBOOK.page;
      const copy = { ...soundFile().pages[0], ...at, no: page.no, ids: page.ids, closing: 0 } as Page;
      return auditPassbook(
        {
          ...soundFile(),
          attendances: [],
          awards: [],
          orders: [],
          passbook: { ...NEW_PASSBOOK, page },
          pages: [copy],
        },
        [CARD],
        sha256,
        true,
      );
    };
    const ids = Array.from({ length: PAGE_IDS }, (_, n) => `step${n}`);
    expect(full({ ids, idCount: PAGE_IDS })).toEqual([]);
    expect(full({ ids: ids.slice(1), idCount: PAGE_IDS - 1 })).not.toEqual([]);
    expect(PAGE_LINES).toBeLessThan(PAGE_IDS);
    // The pages before it were turned long ago.
    expect(withPage({ ids, idCount: PAGE_IDS })).toEqual([]);
  });
});

describe('the audit of a passbook’s lines', () => {
  const swapped = (change: (line: Line) => Line) =>
    withPage({
      lines: soundFile().passbook.page.lines.map((line) => (line.id === bought._id ? change(line) : line)),
    });

  it('finds a line without a record (P2)', () => {
    expect(audit({ awards: [] })).toEqual([
      { promise: 'P2', document: `${HERE} w_1`, what: '5000 points without a record' },
    ]);
  });

  it('finds a line of another amount than its record’s (P2), or than its card’s (P6)', () => {
    const other = audit({ orders: [{ ...bought, points: 900 }, returned, waiting] });
    expect(other).toEqual([
      { promise: 'P2', document: `${HERE} o_1`, what: '-1000 points, by its record -900' },
    ]);
    const dear = { ...CARD, prices: CARD.prices.map((price) => ({ ...price, points: 600 })) };
    expect(audit({}, true, [dear])).toContainEqual({
      promise: 'P6',
      document: `${HERE} o_1`,
      what: '-1000 points, by its card -1200',
    });
    expect(audit({}, true, [])).toContainEqual({
      promise: 'P6',
      document: `${HERE} w_1`,
      what: '5000 points, by its card null',
    });
  });

  it('looks into the card that the record names, or else the line', () => {
    const later = { ...CARD, version: 2, prices: [], earning: [] };
    expect(audit({}, true, [later, CARD])).toEqual([]);
    expect(audit({}, true, [later])).toHaveLength(soundFile().passbook.lineCount);
  });

  it('finds a line that stands twice (P3)', () => {
    const twice = { ...soundFile().passbook.page.lines[0]!, id: 'w_1' };
    expect(swapped(() => twice)).toContainEqual({
      promise: 'P3',
      document: `${HERE} w_1`,
      what: 'stands twice',
    });
  });

  it('finds a record without its line (P3)', () => {
    const missing = attendanceOf(9);
    const attendances = [...soundFile().attendances, missing];
    const found = { promise: 'P3', document: 'attendance s9#p#1', what: 'its line s9#p#1 is missing' };
    expect(audit({ attendances })).toEqual([found]);
    expect(audit({ attendances }, false)).toEqual([found]);
  });

  it('lets a record wait for its line as long as not every chain must be complete', () => {
    const attendances = [...soundFile().attendances, attendanceOf(9, { settled: false })];
    expect(audit({ attendances }, false)).toEqual([]);
    expect(audit({ attendances }, true)).toHaveLength(1);
  });
});
