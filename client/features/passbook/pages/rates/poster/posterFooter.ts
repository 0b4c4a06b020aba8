import { shanghai, startOfDay } from '../../../../../../types/day';
import type { PublicRateCard } from '../../../../../../types/routes';
import { agreedWords, partyCounts } from '../../../../../council/agreementWords';
import { sealWords } from '../../../../../sealWords';
import { shortHash } from '../../../../../shortHash';
import { type Stroke, widthOf } from './drawing';
import { colours, MARGIN, POSTER } from './posterSheet';

const WITH_PARTIES = 340;
const WITHOUT = 264;
const SEAL = 84;
const SEAL_LEADING = 29;

/** What the foot of the sheet takes; the rest is for what the card says. */
export function footerHeight({ agreement }: PublicRateCard): number {
  return agreement ? WITH_PARTIES : WITHOUT;
}

/** Who agreed to the card and when, the branch's seal, and what tells it from a forged one. */
export function posterFooter(card: PublicRateCard): Stroke[] {
  const { agreement, branchName, effectiveOn, hash } = card;
  const { width, height } = POSTER;
  const top = height - footerHeight(card) + 50;
  const text = (words: string, x: number, y: number, size: number, more: object = {}): Stroke => ({
    ...{ kind: 'text', x, y, text: words, size, colour: colours.ink },
    ...more,
  });
  const parties = agreement ? partyCounts(agreement) : [];
  return [
    { kind: 'line', x: MARGIN, y: top - 26, toX: width - MARGIN, width: 2, colour: colours.vermilion },
    text(agreedWords(card), MARGIN, top + 30, 32, { isBold: true }),
    ...parties.flatMap(({ name, words }, index): Stroke[] => {
      const x = MARGIN + index * 226;
      return [
        text(name, x, top + 92, 30),
        text(words, x, top + 134, 30, { colour: colours.vermilion, isBold: true }),
      ];
    }),
    text(`防伪码 ${shortHash(hash)}`, MARGIN, height - 92, 26, { colour: colours.inkSoft }),
    text('在小程序“我的”里点“积分标准”，可以核对。', MARGIN, height - 50, 26, { colour: colours.inkSoft }),
    ...branchSeal(
      sealWords(branchName),
      shanghai(startOfDay(effectiveOn)).format('YYYY.MM.DD'),
      width - MARGIN - SEAL,
      height - 132,
    ),
  ];
}

function branchSeal(words: string[], date: string, x: number, y: number): Stroke[] {
  const colour = colours.vermilion;
  const ring = (radius: number, line: number): Stroke => ({
    ...{ kind: 'ellipse', x, y, rx: radius, ry: radius, degrees: 0, width: line, colour },
  });
  const rows = [...words, date];
  return [
    ring(SEAL, 4),
    ring(SEAL - 9, 1.5),
    ...rows.map((row, index): Stroke => {
      const offset = (index - (rows.length - 1) / 2) * SEAL_LEADING;
      const size = Math.min(index === words.length ? 20 : 25, chord(offset) / widthOf(row, 1));
      return {
        ...{ kind: 'text', x, y: y + offset + size * 0.36, text: row, size, colour },
        ...{ isBold: true, align: 'center' },
      };
    }),
  ];
}

/** How much room a row has within the seal's ring, so far above or below its middle. */
function chord(offset: number): number {
  const reach = Math.abs(offset) + SEAL_LEADING / 3;
  return 2 * Math.sqrt(Math.max(0, (SEAL - 16) ** 2 - reach ** 2));
}
