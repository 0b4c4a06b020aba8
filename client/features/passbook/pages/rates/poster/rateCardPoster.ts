import { shanghai, startOfDay } from '../../../../../../types/day';
import { CATEGORIES } from '../../../../../../types/entities';
import { formatPoints } from '../../../../../../types/points';
import type { PublicRateCard } from '../../../../../../types/routes';
import { earningWords, kindsWords } from '../../../../../earningWords';
import { categoryNames } from '../../../../../names';
import type { Lettering, Stroke } from './drawing';
import { widthOf, wrap } from './drawing';
import { footerHeight, posterFooter } from './posterFooter';
import { posterHeader } from './posterHeader';
import { colours, MARGIN, POSTER } from './posterSheet';

const HEADER = 330;
const INNER = POSTER.width - 2 * MARGIN;
/** From the largest lettering to the smallest that can be read on a wall. */
const SCALES = [1.25, 1.1, 1, 0.9, 0.8, 0.7, 0.62, 0.55];
const LEADING = 1.45;
/** So many prices make two columns. */
const MANY_PRICES = 5;

/** The rate card on one sheet for the notice board: as large as it fits. What does not fit at all is counted. */
export function rateCardPoster(card: PublicRateCard): Stroke[] {
  const room = POSTER.height - HEADER - footerHeight(card);
  const fits = (scale: number, prices: number) => {
    const body = new Body(HEADER, scale);
    body.print(card, prices);
    return body.height <= room ? body.strokes : null;
  };
  const frame = [...posterHeader(card, HEADER), ...posterFooter(card)];
  for (const scale of SCALES) {
    const body = fits(scale, card.prices.length);
    if (body) return [...frame, ...body];
  }
  for (let prices = card.prices.length - 1; prices > 0; prices--) {
    const body = fits(SCALES[SCALES.length - 1]!, prices);
    if (body) return [...frame, ...body];
  }
  return frame;
}

/** What the card says, from top to bottom. */
class Body {
  readonly strokes: Stroke[] = [];
  private y: number;

  constructor(
    private readonly top: number,
    private readonly scale: number,
  ) {
    this.y = top;
  }

  get height(): number {
    return this.y - this.top;
  }

  print(card: PublicRateCard, priceCount: number): void {
    this.chapter('存入');
    for (const category of CATEGORIES) {
      const words = card.earning
        .filter((rule) => rule.category === category)
        .flatMap((rule) =>
          earningWords(rule).map((each) => [each, kindsWords(rule.kinds)].filter(Boolean).join('，')),
        );
      if (words.length > 0) this.rules(categoryNames[category], words);
    }
    this.chapter('兑换');
    this.prices(card.prices.slice(0, priceCount));
    const left = card.prices.length - priceCount;
    if (left > 0) this.paragraph(`另有 ${left} 样，请在小程序“兑换”里看。`);
    if (card.explanation !== '') {
      this.chapter('说明');
      this.paragraph(card.explanation);
    }
  }

  private chapter(title: string): void {
    const size = 38 * this.scale;
    this.y += 34 * this.scale + size;
    this.text(title, MARGIN, { size, colour: colours.vermilion, isBold: true, isSerif: true });
    const x = MARGIN + widthOf(title, size) + 22;
    const y = this.y - size * 0.36;
    const toX = POSTER.width - MARGIN;
    this.strokes.push({ kind: 'line', x, y, toX, width: 2, colour: colours.vermilion });
    this.strokes.push({ kind: 'line', x, y: y + 5, toX, width: 1, colour: colours.vermilion });
    this.y += 14 * this.scale;
  }

  private rules(name: string, words: string[]): void {
    const size = 32 * this.scale;
    const indent = 4.8 * size;
    const lines = words.flatMap((each) => wrap(each, size, INNER - indent));
    lines.forEach((line, index) => {
      this.y += size * LEADING;
      if (index === 0) this.text(name, MARGIN, { size, colour: colours.ink, isBold: true });
      this.text(line, MARGIN + indent, { size, colour: colours.ink });
    });
    this.ruleOff();
  }

  private prices(prices: PublicRateCard['prices']): void {
    const columns = prices.length > MANY_PRICES ? 2 : 1;
    const gap = 60;
    const width = (INNER - gap * (columns - 1)) / columns;
    for (let from = 0; from < prices.length; from += columns) {
      const start = this.y;
      const ends = prices.slice(from, from + columns).map((price, column) => {
        this.y = start;
        this.price(price, MARGIN + column * (width + gap), width);
        return this.y;
      });
      this.y = Math.max(...ends);
      this.ruleOff();
    }
  }

  private price(price: PublicRateCard['prices'][number], x: number, width: number): void {
    const size = 32 * this.scale;
    const points = `${formatPoints(price.points)} 分`;
    const lines = wrap(`${price.name} ${price.lot}`, size, width - widthOf(points, size) - 24);
    lines.forEach((line, index) => {
      this.y += size * LEADING;
      this.text(line, x, { size, colour: colours.ink });
      if (index === 0)
        this.text(points, x + width, { size, colour: colours.vermilion, isBold: true, align: 'right' });
    });
    const note = 24 * this.scale;
    this.y += note * LEADING;
    this.text(price.providerName, x, { size: note, colour: colours.inkSoft });
  }

  private paragraph(words: string): void {
    const size = 28 * this.scale;
    for (const line of wrap(words, size, INNER)) {
      this.y += size * LEADING;
      this.text(line, MARGIN, { size, colour: colours.ink });
    }
  }

  private ruleOff(): void {
    this.y += 14 * this.scale;
    const toX = POSTER.width - MARGIN;
    this.strokes.push({ kind: 'line', x: MARGIN, y: this.y, toX, width: 1, colour: colours.rule });
  }

  private text(text: string, x: number, lettering: Lettering): void {
    this.strokes.push({ kind: 'text', x, y: this.y, text, ...lettering });
  }
}

/** `积分标准-阿里山路储蓄所-第2号-2026-12-01.png` */
export function posterName({ branchName, version, effectiveOn }: PublicRateCard): string {
  return `积分标准-${branchName}-第${version}号-${shanghai(startOfDay(effectiveOn)).format('YYYY-MM-DD')}.png`;
}
