import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import sharp from 'sharp';

import { brandFiles } from './covers/icons';
import { responseRatesSvg } from './figures/response-rates';

const app = path.resolve(__dirname, '../..');

/** Draws the pictures that lie in the repository: the site's mark and icons, and the figures of the demo library. */
async function draw(): Promise<void> {
  const figure = await sharp(Buffer.from(responseRatesSvg())).png({ palette: true, compressionLevel: 9 }).toBuffer();
  write(path.join(app, 'seed/figures'), { 'response-rates.png': figure });
  write(path.join(app, '../web/public'), await brandFiles());
}

function write(folder: string, files: Record<string, string | Buffer>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
}

void draw();
