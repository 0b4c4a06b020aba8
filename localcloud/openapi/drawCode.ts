import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

const PIXELS_PER_MODULE = 8;

/** Draws a text as a QR code: a black and white PNG. */
export function drawCode(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const width = size * PIXELS_PER_MODULE;
  const rows = data.flatMap((modules) => {
    // One filter byte, then a byte for each pixel; each row of modules is several rows of pixels.
    const row = Buffer.alloc(width + 1, 0xff);
    row[0] = 0;
    modules.forEach((dark, x) => {
      if (dark) row.fill(0, 1 + x * PIXELS_PER_MODULE, 1 + (x + 1) * PIXELS_PER_MODULE);
    });
    return Array<Buffer>(PIXELS_PER_MODULE).fill(row);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.set([8, 0, 0, 0, 0], 8); // 8 bits of grey, no interlace
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
