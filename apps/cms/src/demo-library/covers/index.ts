import sharp from 'sharp';

import { coverSvg } from './cover-svg';

export async function renderCover(
  input: Parameters<typeof coverSvg>[0],
): Promise<{ data: Buffer; width: number; height: number; mime: 'image/webp' }> {
  const { data, info } = await sharp(Buffer.from(coverSvg(input)))
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, mime: 'image/webp' };
}
