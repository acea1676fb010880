import { env } from '../env';

/** A file of the media library, as stored. */
export interface StoredFile {
  url: string;
  updatedAt?: Date | string | number | null;
  width?: number | null;
  height?: number | null;
}

export interface Image {
  url: string;
  width: number;
  height: number;
  alt: string;
  decorative: boolean;
}

/** A stored picture with the words that belong to it where it is used. Null if there is none or its size is unknown. */
export function toImage(
  file: StoredFile | null | undefined,
  { alt, decorative }: { alt?: string | null; decorative?: boolean | null },
): Image | null {
  if (!file?.width || !file.height) return null;
  const isDecorative = decorative === true;
  return {
    url: mediaUrl(file),
    width: file.width,
    height: file.height,
    alt: isDecorative ? '' : (alt ?? ''),
    decorative: isDecorative,
  };
}

/**
 * Where the site serves a stored file. A replaced file keeps its name, so its address also tells when it last changed: whoever keeps a
 * picture for good under its address never shows an old one.
 */
export function mediaUrl({ url, updatedAt }: Pick<StoredFile, 'url' | 'updatedAt'>): string {
  const version = new Date(updatedAt ?? 0).getTime().toString(36).padStart(8, '0');
  return `${env().SITE_URL}/media/${version}/${url.slice(url.lastIndexOf('/') + 1)}`;
}
