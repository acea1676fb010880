import { open, rm } from 'node:fs/promises';
import path from 'node:path';

import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import sharp from 'sharp';

interface ReceivedFile {
  filepath: string;
  originalFilename: string | null;
  mimetype: string | null;
}

/** What a file's name and declared type may be for each kind of content that is taken. */
const KINDS: Record<string, { extensions: string[]; type: string }> = {
  jpeg: { extensions: ['.jpg', '.jpeg'], type: 'image/jpeg' },
  png: { extensions: ['.png'], type: 'image/png' },
  webp: { extensions: ['.webp'], type: 'image/webp' },
  heif: { extensions: ['.avif'], type: 'image/avif' },
  pdf: { extensions: ['.pdf'], type: 'application/pdf' },
};

/** A picture of more is a mistake or an attack: decoded it would take the memory of the whole CMS. */
const MOST_PIXELS = 60_000_000;

/**
 * Looks into every uploaded file before Strapi does. Strapi trusts the name of a file whose content it does not recognize, so a page of
 * HTML called `leaf.png` would become a picture of the media library.
 * Files in any other field than `files` are removed: Strapi would leave them in the temporary folder for good.
 */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    const received = (ctx.request as { files?: Record<string, ReceivedFile | ReceivedFile[]> }).files;
    if (!received) {
      await next();
      return;
    }
    const files = Object.entries(received).flatMap(([field, value]) => [value].flat().map((file) => ({ field, file })));
    try {
      for (const { field, file } of files) if (field === 'files') await check(file);
      await next();
    } finally {
      await Promise.all(files.map(({ file }) => rm(file.filepath, { force: true })));
    }
  };

async function check(file: ReceivedFile): Promise<void> {
  const name = file.originalFilename ?? 'This file';
  const kind = KINDS[await kindOf(file.filepath)];
  const extension = path.extname(name).toLowerCase();
  if (!kind) {
    throw new errors.ValidationError(
      `“${name}” is not a picture (JPEG, PNG, WebP, AVIF) or a PDF that can be read, or it is too large.`,
    );
  }
  if (!kind.extensions.includes(extension) || file.mimetype !== kind.type) {
    throw new errors.ValidationError(
      `“${name}” is named like something else than it is. Save it as ${kind.extensions[0]} and try again.`,
    );
  }
}

async function kindOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(5), 0, 5, 0);
    if (buffer.subarray(0, bytesRead).toString('latin1') === '%PDF-') return 'pdf';
  } finally {
    await handle.close();
  }
  try {
    const { format, compression, width, height } = await sharp(file, { limitInputPixels: MOST_PIXELS }).metadata();
    const isTooLarge = width * height > MOST_PIXELS;
    return isTooLarge || (format === 'heif' && compression !== 'av1') ? 'unknown' : format;
  } catch {
    return 'unknown';
  }
}
