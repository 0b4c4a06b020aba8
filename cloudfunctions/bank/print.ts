import type { Closing, PublishedClosing } from '../../types/closing';
import type { Line, Page, Passbook, Person, RateCard } from '../../types/entities';
import type { PassbookCover, PrintedLine, PrintedPage, PublicRateCard } from '../../types/routes';

/** The name on a passbook: an enterprise's own, or its holder's as long as the bank may know it. */
export function printedName(passbook: Passbook, holder: Person | null): string {
  return passbook.title ?? holder?.name ?? '';
}

export function printCover(
  passbook: Passbook,
  holder: Person | null,
  { bankName, branchName }: Pick<RateCard, 'bankName' | 'branchName'>,
): PassbookCover {
  const { _id, kind, status, branchId, balance, held, available, openedAt } = passbook;
  const name = printedName(passbook, holder);
  return { id: _id, kind, status, branchId, bankName, branchName, name, balance, held, available, openedAt };
}

export function printCurrentPage({ page, balance }: Passbook): PrintedPage {
  const { no, opening, lines, firstLine } = page;
  return { no, opening, closing: balance, lines: printLines(lines, opening, firstLine), turnedAt: null };
}

export function printTurnedPage({ no, opening, closing, lines, firstLine, turnedAt }: Page): PrintedPage {
  return { no, opening, closing, lines: printLines(lines, opening, firstLine), turnedAt };
}

/** The card as everybody may read it. */
export function printRateCard(card: RateCard): PublicRateCard {
  const { publishedBy: _by, requestId: _request, ...printed } = card;
  return printed;
}

/** A closing as everybody may read it: nobody's passbook stands in it. */
export function printClosing(closing: Closing): PublishedClosing {
  const { inTransit: _transit, differences, lines: _lines, heads: _heads, ...printed } = closing;
  return { ...printed, isBalanced: differences.length === 0 };
}

function printLines(lines: Line[], opening: number, firstLine: number): PrintedLine[] {
  let balance = opening;
  return lines.map((line, index) => {
    balance += line.points;
    return { ...line, no: firstLine + index, balance };
  });
}
