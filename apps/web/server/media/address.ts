import { mediaFormats, mediaWidths, type MediaFormat, type MediaWidth } from '#app/config/media.ts';

/** A file of the media library that may be asked for: as it was uploaded, or as a picture of one of our widths and formats. */
export interface MediaAddress {
  file: string;
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

/** What a path under `/media/` asks for, or null if there can be no such thing. */
export function parseMediaPath(path: string): MediaAddress | null {
  const [empty, media, first = '', second, ...more] = path.split('/');
  if (empty !== '' || media !== 'media' || more.length > 0) return null;
  if (second === undefined) return FILE.test(first) ? { file: first, variant: null } : null;
  const dot = second.lastIndexOf('.');
  const file = second.slice(0, Math.max(dot, 0));
  const width = mediaWidths.find((candidate) => String(candidate) === first);
  const format = mediaFormats.find((candidate) => candidate === second.slice(dot + 1));
  if (!width || !format || !FILE.test(file) || mediaTypeOf(file) === 'application/pdf') return null;
  return { file, variant: { width, format } };
}

/** The type that the name of a file promises. */
export function mediaTypeOf(file: string): MediaType | undefined {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  return extension in types ? types[extension as keyof typeof types] : undefined;
}
