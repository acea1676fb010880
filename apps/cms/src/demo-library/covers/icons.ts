import sharp from 'sharp';

import { markSvg, tileSvg, type Tile } from './mark';

/** For browser tabs: few blades, close to the edge. */
const SMALL: Tile = { scale: 0.9, corner: 14, pairs: 4 };
/** For home screens, which cut the corners themselves and may cut away as much as the outer fifth. */
const LARGE: Tile = { scale: 0.68, corner: 0, pairs: 6 };

/** The clinic's mark and icons as files, by name. */
export async function brandFiles(): Promise<Record<string, string | Buffer>> {
  return {
    'mark.svg': `${markSvg()}\n`,
    'favicon.svg': `${tileSvg(SMALL)}\n`,
    'favicon.ico': ico(await Promise.all([16, 32, 48].map(async (size) => ({ size, png: await png(SMALL, size) })))),
    'apple-touch-icon.png': await png({ ...LARGE, scale: 0.76 }, 180),
    'icon-192.png': await png(LARGE, 192),
    'icon-512.png': await png(LARGE, 512),
  };
}

function png(tile: Tile, size: number): Promise<Buffer> {
  const density = (72 * size) / 64;
  return sharp(Buffer.from(tileSvg(tile)), { density })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** An ICO file of PNG images: a header, one entry of 16 bytes per image, then the images. */
function ico(images: readonly { size: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + images.length * 16);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png: data }, index) => {
    const entry = 6 + index * 16;
    header.writeUInt8(size, entry);
    header.writeUInt8(size, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(data.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += data.length;
  });
  return Buffer.concat([header, ...images.map(({ png: data }) => data)]);
}
