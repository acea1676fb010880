import { readFileSync } from 'node:fs';
import path from 'node:path';

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { brandFiles } from './covers/icons';
import { responseRatesSvg } from './figures/response-rates';

const app = path.resolve(__dirname, '../..');
const pixels = (image: Buffer) => sharp(image).resize(200).flatten({ background: '#fff' }).grayscale().raw().toBuffer();

/** How far two pictures differ at their worst spot, from 0 to 255; a newer renderer may shade an edge a little differently. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([pixels(one), pixels(other)]);
  return a.length === b.length ? a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (b[i] ?? 0))), 0) : 255;
}

describe('the pictures in the repository are those that `draw` makes', () => {
  it('the figure', async () => {
    const file = readFileSync(path.join(app, 'seed/figures/response-rates.png'));
    expect(await difference(file, await sharp(Buffer.from(responseRatesSvg())).png().toBuffer())).toBeLessThan(16);
  });

  it('the mark and the icons', async () => {
    for (const [name, drawn] of Object.entries(await brandFiles())) {
      const file = readFileSync(path.join(app, '../web/public', name));
      if (typeof drawn === 'string') expect(file.toString(), name).toBe(drawn);
      else if (name.endsWith('.png')) expect(await difference(file, drawn), name).toBeLessThan(16);
      else expect(file.subarray(0, 6), name).toEqual(drawn.subarray(0, 6));
    }
  });
});
