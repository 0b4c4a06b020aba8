import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The same picture in 256 colours: a third of the bytes, and no difference to see on a page.
 * @param page decodes the picture
 */
export async function palettePng(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let at = 0; at < data.length; at += 0x8000)
      text += String.fromCharCode(...data.subarray(at, at + 0x8000));
    return { width: image.width, height: image.height, pixels: btoa(text) };
  }, png.toString('base64'));
  const rgba = Buffer.from(pixels, 'base64');
  const boxes = cut(countColours(rgba));
  const nearest = new Map(boxes.flatMap((box, index) => box.map(({ key }) => [key, index] as const)));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = nearest.get(keyAt(rgba, (y * width + x) * 4))!;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(boxes.flatMap(meanOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A colour, and on how many pixels it stands. */
interface Colour {
  key: number;
  channels: [red: number, green: number, blue: number];
  count: number;
}

function keyAt(rgba: Buffer, at: number): number {
  return rgba.readUIntBE(at, 3);
}

function countColours(rgba: Buffer): Colour[] {
  const colours = new Map<number, Colour>();
  for (let at = 0; at < rgba.length; at += 4) {
    const key = keyAt(rgba, at);
    const colour = colours.get(key);
    if (colour) colour.count += 1;
    else colours.set(key, { key, channels: [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!], count: 1 });
  }
  return [...colours.values()];
}

/** Median cut: the box that spreads over most is halved along its longest side, until there are 256. */
function cut(colours: Colour[]): Colour[][] {
  const boxes = [colours];
  while (boxes.length < COLOURS) {
    const widest = boxes.reduce((one, other) => (weightOf(other) > weightOf(one) ? other : one));
    if (widest.length < 2) break;
    const { channel } = spreadOf(widest);
    widest.sort((a, b) => a.channels[channel]! - b.channels[channel]!);
    boxes.push(widest.splice(widest.length >> 1));
  }
  return boxes;
}

function spreadOf(box: readonly Colour[]): { channel: number; spread: number } {
  const spreads = [0, 1, 2].map((channel) => {
    let [least, most] = [255, 0];
    for (const { channels } of box) {
      least = Math.min(least, channels[channel]!);
      most = Math.max(most, channels[channel]!);
    }
    return most - least;
  });
  const spread = Math.max(...spreads);
  return { channel: spreads.indexOf(spread), spread };
}

/** Wide boxes first, and of those that hold much of the picture. */
function weightOf(box: readonly Colour[]): number {
  const pixels = box.reduce((sum, { count }) => sum + count, 0);
  return box.length < 2 ? 0 : spreadOf(box).spread ** 2 * Math.sqrt(pixels);
}

function meanOf(box: readonly Colour[]): number[] {
  const pixels = box.reduce((sum, { count }) => sum + count, 0);
  return [0, 1, 2].map((channel) =>
    Math.round(box.reduce((sum, { channels, count }) => sum + channels[channel]! * count, 0) / pixels),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
