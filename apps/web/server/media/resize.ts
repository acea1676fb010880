import sharp, { type Sharp } from 'sharp';

import type { MediaFormat, MediaWidth } from '#app/config/media.ts';

/** Decoded, a larger picture would take the memory of the whole server. The CMS takes no larger ones either. */
const MAX_PIXELS = 60_000_000;

// Decoders for everything else stay shut, whatever the bytes claim to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadHeifBuffer'],
});

// Each picture is worked on once: what is remembered of it is of no use, and two at a time would take the memory of both.
sharp.cache(false);
sharp.concurrency(1);

/** Opens a picture of the media library as it should be seen. */
export function opened(original: Buffer): Sharp {
  return sharp(original, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient();
}

/** Writes a picture in a modern format, scaled down to a width; a smaller one keeps its size. What cameras note about it is dropped. */
export async function resize(original: Buffer, { width, format }: { width: MediaWidth; format: MediaFormat }): Promise<Buffer> {
  const picture = opened(original).resize({ width, withoutEnlargement: true });
  // Narrow ones are for telephones, whose screens are so fine that more is not seen; in a first visit every kilobyte counts.
  const quality = width <= 720 ? 42 : 52;
  return format === 'avif' ? picture.avif({ quality, effort: 3 }).toBuffer() : picture.webp({ quality: 78 }).toBuffer();
}
