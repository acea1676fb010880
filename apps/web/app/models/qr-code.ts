import { LRUCache } from 'lru-cache';
import { encode } from 'uqr';

/** A QR code as one outline on a square sheet of `size` units, its quiet border included. */
export interface QrCode {
  size: number;
  path: string;
}

/** Addresses stay, and the pages that show them are made again and again. */
const drawn = new LRUCache<string, QrCode>({ max: 500 });

/** An address as a QR code that still reads when a tenth of it is smudged. */
export function qrCode(address: string): QrCode {
  const before = drawn.get(address);
  if (before) return before;
  const code = draw(address);
  drawn.set(address, code);
  return code;
}

function draw(address: string): QrCode {
  const { size, data } = encode(address, { ecc: 'M', border: 2 });
  return { size, path: data.map(rowOutline).join('') };
}

/** Neighboring dark squares of a row become one bar. */
function rowOutline(row: readonly boolean[], y: number): string {
  let outline = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    const width = x + 1 - from;
    outline += `M${from} ${y}h${width}v1h-${width}z`;
  }
  return outline;
}
