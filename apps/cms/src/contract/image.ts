import { env } from '../env';

/** A file of the media library, as stored. */
export interface StoredFile {
  url: string;
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
    url: mediaUrl(file.url),
    width: file.width,
    height: file.height,
    alt: isDecorative ? '' : (alt ?? ''),
    decorative: isDecorative,
  };
}

/** Where the site serves a stored file. */
export function mediaUrl(storedUrl: string): string {
  return `${env().SITE_URL}/media/${storedUrl.slice(storedUrl.lastIndexOf('/') + 1)}`;
}
