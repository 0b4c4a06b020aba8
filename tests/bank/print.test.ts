import {
  printClosing,
  printCover,
  printCurrentPage,
  printedName,
  printRateCard,
  printTurnedPage,
} from '../../cloudfunctions/bank/print';
import { holdPoints, postLine } from '../../cloudfunctions/bank/ledger';
import type { Closing, Difference } from '../../types/closing';
import type { Person } from '../../types/entities';
import { lineOf } from '../support/arbitraries';
import { live, NEW_BOOK, turn } from '../support/book';
import { CARD } from '../support/records';

const holder = { _id: 'p_holder', name: '张三', phone: '13800000000' } as Person;
const { passbook, pages } = live(
  turn(live(NEW_BOOK, [postLine(lineOf('a', 300)), postLine(lineOf('b', 200))])),
  [postLine(lineOf('c', -100)), postLine(lineOf('d', 50)), holdPoints('o_1', 50)],
);

describe('a passbook as it is printed', () => {
  it('has on its cover whose it is and what is on it, and nothing of the holder but the name', () => {
    expect(printCover(passbook, holder, CARD)).toEqual({
      ...{ id: passbook._id, kind: 'volunteer', status: 'active', branchId: '0211', name: '张三' },
      ...{ bankName: '长江公益银行', branchName: '阿里山路储蓄所' },
      ...{ balance: 450, held: 50, available: 400, openedAt: 0 },
    });
  });

  it('bears an enterprise’s own name, and none once the holder’s is erased', () => {
    expect(printedName({ ...passbook, title: '便民超市' }, holder)).toBe('便民超市');
    expect(printedName(passbook, null)).toBe('');
  });

  it('shows each line with its number and the balance after it, from page to page', () => {
    expect(printTurnedPage(pages[0]!)).toMatchObject({
      ...{ no: 1, opening: 0, closing: 500, turnedAt: 1_000 },
      lines: [
        { id: 'a', points: 300, no: 1, balance: 300 },
        { id: 'b', points: 200, no: 2, balance: 500 },
      ],
    });
    expect(printCurrentPage(passbook)).toMatchObject({
      ...{ no: 2, opening: 500, closing: 450, turnedAt: null },
      lines: [
        { id: 'c', points: -100, no: 3, balance: 400 },
        { id: 'd', points: 50, no: 4, balance: 450 },
      ],
    });
  });
});

describe('what everybody may read', () => {
  it('is a rate card without who published it', () => {
    const { publishedBy: _by, requestId: _request, ...rest } = CARD;
    expect(printRateCard(CARD)).toEqual(rest);
    expect(JSON.stringify(printRateCard(CARD))).not.toContain(CARD.publishedBy);
  });

  it('is a closing without anybody’s passbook: whether it came out, not where it didn’t', () => {
    const closing = {
      ...{ _id: '0211#2026-11-20', outstanding: 500, hash: 'h', lines: 1, inTransit: [], differences: [] },
      heads: { [passbook._id]: 'head' },
    } as unknown as Closing;
    expect(printClosing(closing)).toEqual({
      ...{ _id: '0211#2026-11-20', outstanding: 500, hash: 'h', isBalanced: true },
    });
    const differences = [{ what: 'balance', document: passbook._id }] as Difference[];
    const printed = printClosing({ ...closing, differences });
    expect(printed.isBalanced).toBe(false);
    expect(JSON.stringify(printed)).not.toContain(passbook._id);
  });
});
