import { shanghai, startOfDay } from '../../../../../../types/day';
import type { PublicRateCard } from '../../../../../../types/routes';
import type { Stroke } from './drawing';
import { widthOf } from './drawing';
import { colours, MARGIN, POSTER } from './posterSheet';

const TITLE = 92;
const CURVES = 30;
/** How wide the rosette's open middle is against the whole. */
const EYE = 0.46;

/** The passbook's cover at the head of the sheet: vermilion cloth, gold letters, the guilloché of banknotes. */
export function posterHeader(card: PublicRateCard, height: number): Stroke[] {
  const { width } = POSTER;
  const { bankName, branchName, version, effectiveOn } = card;
  const place = `${bankName} · ${branchName}`;
  const date = `${shanghai(startOfDay(effectiveOn)).format('YYYY年M月D日')}起执行`;
  const at = (text: string, y: number, size: number, colour: string, more: object = {}): Stroke => ({
    ...{ kind: 'text', x: MARGIN, y, text, size, colour },
    ...more,
  });
  const middle = width - 250;
  const radius = height * 0.62;
  const number = `第 ${version} 号`;
  const numberSize = Math.min(52, (1.8 * radius * EYE) / widthOf(number, 1));
  return [
    { kind: 'rectangle', x: 0, y: 0, width, height, fill: colours.vermilion },
    { kind: 'rectangle', x: 0, y: 0, width: 26, height, fill: colours.vermilionDeep },
    ...rosette(middle, height / 2, radius),
    { kind: 'rectangle', x: 0, y: height, width, height: POSTER.height - height, fill: colours.paper },
    { kind: 'line', x: 0, y: height - 14, toX: width, width: 3, colour: colours.gold },
    at(place, 92, Math.min(40, (40 * (width - 2 * MARGIN)) / widthOf(place, 40)), colours.goldSoft),
    at([...'积分标准'].join(' '), 212, TITLE, colours.gold, { isBold: true, isSerif: true }),
    at(date, 278, 36, colours.goldSoft),
    at(number, height / 2 + numberSize * 0.34, numberSize, colours.goldSoft, {
      ...{ x: middle, align: 'center' },
      isBold: true,
      isSerif: true,
    }),
  ];
}

/** One ellipse turned through half a circle. */
function rosette(x: number, y: number, radius: number): Stroke[] {
  return Array.from({ length: CURVES }, (_, index) => ({
    kind: 'ellipse',
    x,
    y,
    rx: radius,
    ry: radius * EYE,
    degrees: (index * 180) / CURVES,
    width: 1,
    colour: 'rgba(227, 185, 95, 0.28)',
  }));
}
