import { encode } from 'uqr';
import { colours } from './colours';

/**
 * A QR code as an SVG data address: sharp at any size, and drawn on both targets as a background,
 * without a canvas and without the blank moment of an image being loaded. Each run of dark modules in a row is one stroke of the path.
 */
export function qrImage(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const start = x;
      while (x < size && row[x]) x++;
      path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
    }
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 10}" height="${size * 10}" shape-rendering="crispEdges"><path fill="${colours.ink}" d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
