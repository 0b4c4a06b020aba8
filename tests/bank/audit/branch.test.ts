import { auditBooks, auditBranch, type BooksToAudit } from '../../../cloudfunctions/bank/audit/branch';
import { creditStep } from '../../../cloudfunctions/bank/attendance';
import { awardStep } from '../../../cloudfunctions/bank/award';
import { closingStep } from '../../../cloudfunctions/bank/closure';
import { holdStep, settleStep } from '../../../cloudfunctions/bank/order';
import { sha256 } from '../../../cloudfunctions/platform/secret';
import type { Branch, Reward } from '../../../types/entities';
import { NEW_PASSBOOK } from '../../support/arbitraries';
import { live, NEW_BOOK, turn } from '../../support/book';
import { attendanceOf, awardOf, CARD, closureOf, NOON, orderOf } from '../../support/records';

const other = { ...NEW_PASSBOOK, _id: '0211-000002-4' };
const [visit, award, order] = [attendanceOf(1), awardOf(), orderOf('o_1')];
const elsewhere = attendanceOf(2, { passbookId: other._id });
const closure = closureOf({ points: 4_100 });

/** One passbook that was closed on its second page, another on its second too. */
function soundBooks(): BooksToAudit {
  const one = live(turn(live(NEW_BOOK, [creditStep(visit, NEW_PASSBOOK), awardStep(award)])), [
    holdStep(order),
    settleStep(order),
    closingStep(closure),
  ]);
  const two = turn(live({ passbook: other, pages: [] }, [creditStep(elsewhere, other)]));
  return {
    passbooks: [one.passbook, two.passbook],
    pages: [...two.pages, ...one.pages],
    ...{ attendances: [elsewhere, visit], awards: [award], orders: [order], closures: [closure] },
    ...{ cards: [CARD], closings: [] },
  };
}

describe('the audit of a branch’s passbooks', () => {
  it('holds each to its own pages and records', () => {
    const books = soundBooks();
    expect(books.passbooks[0]!.status).toBe('closed');
    expect(auditBooks(books, sha256, true)).toEqual([]);
  });

  it.each([
    ['pages', 'passbooks 0211-000001-1'],
    ['attendances', 'passbooks 0211-000001-1 s1#p#1'],
    ['awards', 'passbooks 0211-000001-1 w_1'],
    ['orders', 'passbooks 0211-000001-1 o_1'],
    ['closures', 'passbooks 0211-000001-1 x_1'],
  ] as const)('misses the %s that are gone', (kind, document) => {
    const found = auditBooks({ ...soundBooks(), [kind]: [] }, sha256, true);
    expect(found.map((finding) => finding.document)).toContain(document);
  });

  it('finds a line that came onto another’s passbook', () => {
    const given = { ...soundBooks(), attendances: [visit, { ...elsewhere, passbookId: NEW_PASSBOOK._id }] };
    expect(auditBooks(given, sha256, true)).toEqual([
      { promise: 'P3', document: 'attendance s2#p#1', what: 'its line s2#p#1 is missing' },
      { promise: 'P2', document: 'passbooks 0211-000002-4 s2#p#1', what: '100 points without a record' },
    ]);
  });

  it('waits for what is under way, unless every chain must be complete', () => {
    const waiting = {
      ...soundBooks(),
      attendances: [...soundBooks().attendances, attendanceOf(3, { settled: false })],
    };
    expect(auditBooks(waiting, sha256, false)).toEqual([]);
    expect(auditBooks(waiting, sha256, true)).toHaveLength(1);
  });

  it('holds them to the closings that saw them', () => {
    const closings = [{ _id: '0211#2026-11-20', day: '2026-11-20', heads: { [other._id]: 'another' } }];
    expect(auditBooks({ ...soundBooks(), closings }, sha256, true).map(({ document }) => document)).toEqual([
      'passbooks 0211-000001-1',
      'passbooks 0211-000002-4',
    ]);
  });
});

describe('the audit of what a branch has beside its passbooks', () => {
  const branch = { _id: '0211', createdAt: NOON } as Branch;
  const stock = { received: 7, onHand: 4, held: 0, handedOver: 2, writtenOff: 1 };
  const rewards = ['r_masks', 'r_rice'].map((_id) => ({ _id, stock, holds: {} }) as unknown as Reward);
  const stockEntries = rewards.flatMap(({ _id: rewardId }) => [
    { rewardId, kind: 'received', lots: 7, state: 'entered' } as const,
    { rewardId, kind: 'writtenOff', lots: 1, state: 'entered' } as const,
  ]);
  const orders = rewards.map(({ _id: rewardId }) => orderOf('o', { rewardId }));
  const BRANCH = { branch, cards: [CARD], closings: [], rewards, stockEntries, orders };

  it('finds nothing where all fits', () => {
    expect(auditBranch(BRANCH, sha256, true)).toEqual([]);
  });

  it('holds each reward to its own entries and orders, and the cards to their chain', () => {
    const [masks] = orders;
    const found = auditBranch(
      { ...BRANCH, orders: [masks!, masks!], cards: [{ ...CARD, explanation: '改了' }] },
      sha256,
      true,
    );
    expect(found.map(({ promise, document }) => [promise, document])).toEqual([
      ['P5', 'rateCards 0211#1'],
      ['P4', 'rewards r_masks'],
      ['P4', 'rewards r_rice'],
    ]);
    const empty = auditBranch({ ...BRANCH, stockEntries: [], orders: [] }, sha256, true);
    expect(empty.map(({ document }) => document)).toContain('rewards r_rice');
  });
});
