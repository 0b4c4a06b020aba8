/** A picture as a list of strokes: the same for WeChat's canvas, a browser's, and a test. Pixels, from the top left. */
export type Stroke =
  | { kind: 'rectangle'; x: number; y: number; width: number; height: number; fill: string }
  | { kind: 'line'; x: number; y: number; toX: number; width: number; colour: string }
  | {
      kind: 'ellipse';
      x: number;
      y: number;
      rx: number;
      ry: number;
      degrees: number;
      width: number;
      colour: string;
    }
  | ({ kind: 'text'; x: number; y: number; text: string } & Lettering);

export interface Lettering {
  size: number;
  colour: string;
  isBold?: boolean;
  isSerif?: boolean;
  align?: 'left' | 'center' | 'right';
}

/** Never at the beginning of a line. */
const CLOSING = '，。、；：？！）》”’·,.;:?!)%';
const NARROW = 0.58;

/** How wide a text is about, in pixels: Chinese characters fill their square, others little more than half of it. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 1 : NARROW), 0) * size;
}

/** The text in lines that are no wider than asked; a closing sign may hang over the edge. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const sign of paragraph) {
      if (line !== '' && widthOf(line + sign, size) > width && !CLOSING.includes(sign)) {
        lines.push(line);
        line = '';
      }
      line += sign;
    }
    if (line !== '') lines.push(line);
  }
  return lines;
}
