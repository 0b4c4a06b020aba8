import { shanghai } from '../../../types/day';
import type { Line } from '../../../types/entities';
import type { PrintedPage, PublicRateCard } from '../../../types/routes';
import type { PageLine } from '../../components/PassbookPage';
import { minutesWords } from '../../earningWords';
import { kindWords } from '../../lineWords';
import { categoryNames } from '../../names';

/** A page's lines in the words that are printed. Who provided a reward is looked up on the card, if it is still there. */
export function printedLines(page: PrintedPage, rateCard: PublicRateCard | null): PageLine[] {
  const reversed = new Set(page.lines.map((line) => line.reverses));
  const dates = new Map(page.lines.map((line) => [line.id, dateWords(line)]));
  return page.lines.map((line) => ({
    id: line.id,
    date: dateWords(line),
    summary: line.title,
    detail: detailOf(line, rateCard, line.reverses ? dates.get(line.reverses) : undefined),
    points: line.points,
    balance: line.balance,
    isReversed: reversed.has(line.id),
  }));
}

/** @param reversed the date of the line that it takes back, where that is on the same page */
function detailOf(line: Line, rateCard: PublicRateCard | null, reversed?: string): string | undefined {
  const inputs = line.rate?.inputs;
  const words = [
    reversed ? `${kindWords(line)} ${reversed} 一笔` : kindWords(line),
    line.reason,
    line.category && categoryNames[line.category],
    inputs?.basis === 'hour' && line.kind === 'earn' && minutesWords(inputs.minutes),
    inputs?.basis === 'price' &&
      rateCard?.prices.find((price) => price.rewardId === inputs.rewardId)?.providerName,
  ];
  return words.filter(Boolean).join(' · ') || undefined;
}

function dateWords({ occurredAt }: Line): string {
  return shanghai(occurredAt).format('MM.DD');
}
