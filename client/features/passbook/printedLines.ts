import { shanghai } from '../../../types/day';
import type { Line } from '../../../types/entities';
import type { PrintedPage, PublicRateCard } from '../../../types/routes';
import type { PageLine } from '../../components/PassbookPage';
import { minutesWords } from '../../earningWords';
import { categoryNames } from '../../names';

/** A page's lines in the words that are printed. Who provided a reward is looked up on the card, if it is still there. */
export function printedLines(page: PrintedPage, rateCard: PublicRateCard | null): PageLine[] {
  const reversed = new Set(page.lines.map((line) => line.reverses));
  return page.lines.map((line) => ({
    id: line.id,
    date: shanghai(line.occurredAt).format('MM.DD'),
    summary: line.title,
    detail: detailOf(line, rateCard),
    points: line.points,
    balance: line.balance,
    isReversed: reversed.has(line.id),
  }));
}

function detailOf(line: Line, rateCard: PublicRateCard | null): string | undefined {
  const inputs = line.rate?.inputs;
  const words = [
    kindWords(line),
    line.category && categoryNames[line.category],
    inputs?.basis === 'hour' && line.kind === 'earn' && minutesWords(inputs.minutes),
    inputs?.basis === 'price' &&
      rateCard?.prices.find((price) => price.rewardId === inputs.rewardId)?.providerName,
  ];
  return words.filter(Boolean).join(' · ') || undefined;
}

/** What kind of posting it is, where the summary does not say so itself. */
export function kindWords({ kind }: Pick<Line, 'kind'>): string | null {
  switch (kind) {
    case 'earn':
    case 'redeem':
      return null;
    case 'reverse':
      return '冲正';
    case 'correct':
      return '更正';
    case 'expire':
      return '到期';
    case 'donate':
      return '捐出';
    case 'import':
      return '转入';
  }
}
