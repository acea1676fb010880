import { mediaFormats, mediaWidths, type MediaFormat, type MediaWidth } from '#app/config/media.ts';

/** A file of the media library that may be asked for: as it was uploaded, or as a picture of one of our widths and formats. */
export interface MediaAddress {
  file: string;
  /** What tells a file from the one that it replaced; null for whatever has the name now. */
  version: string | null;
  variant: { width: MediaWidth; format: MediaFormat } | null;
}

/** Types of files, by the end of their names. Nothing else is served. */
const types = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  pdf: 'application/pdf',
} as const;
export type MediaType = (typeof types)[keyof typeof types];

/** Names as the CMS makes them. They need no encoding in an address, and cannot lead anywhere else. */
const FILE = /^\w[\w-]{0,200}\.(?:jpe?g|png|webp|avif|pdf)$/i;
/** Longer than any width, so that no version looks like one. */
const VERSION = /^[\da-z]{8,16}$/;

/**
 * What a path under `/media/` asks for, or null if there can be no such thing: `VERSION/FILE`, `VERSION/WIDTH/FILE.FORMAT`, or `FILE` alone
 * for links that editors wrote by hand.
 */
export function parseMediaPath(path: string): MediaAddress | null {
  const [empty, media, ...parts] = path.split('/');
  if (empty !== '' || media !== 'media') return null;
  const [version = '', middle = '', last = ''] = parts;
  switch (parts.length) {
    case 1:
      return FILE.test(version) ? { file: version, version: null, variant: null } : null;
    case 2:
      return VERSION.test(version) && FILE.test(middle) ? { file: middle, version, variant: null } : null;
    case 3:
      return VERSION.test(version) ? parseVariant(version, middle, last) : null;
    default:
      return null;
  }
}

function parseVariant(version: string, wide: string, name: string): MediaAddress | null {
  const dot = name.lastIndexOf('.');
  const file = name.slice(0, Math.max(dot, 0));
  const width = mediaWidths.find((candidate) => String(candidate) === wide);
  const format = mediaFormats.find((candidate) => candidate === name.slice(dot + 1));
  if (!width || !format || !FILE.test(file) || mediaTypeOf(file) === 'application/pdf') return null;
  return { file, version, variant: { width, format } };
}

/** The type that the name of a file promises. */
export function mediaTypeOf(file: string): MediaType | undefined {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return extension in types ? types[extension as keyof typeof types] : undefined;
}
