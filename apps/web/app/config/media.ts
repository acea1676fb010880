import { mediaPath, mediaVariantPath } from './paths.ts';

/** Widths in which pictures are served, in pixels; most telephones need 720. Anything else does not exist. */
export const mediaWidths = [320, 480, 640, 720, 960, 1280, 1600] as const;
export type MediaWidth = (typeof mediaWidths)[number];

/** Formats in which pictures are served, best first. */
export const mediaFormats = ['avif', 'webp'] as const;
export type MediaFormat = (typeof mediaFormats)[number];

/** A file of the media library as it was at some time: a replaced file keeps its name and gets another version. */
interface MediaVersion {
  version: string;
  file: string;
}

/** What a component needs to show a picture: `<source>` elements, best format first, and the `<img>`. */
export interface ImageSources {
  sources: { type: `image/${MediaFormat}`; srcSet: string }[];
  src: string;
  width: number;
  height: number;
}

/**
 * The addresses of a picture in every format and width that is not larger than the original.
 * Addresses become paths of the site, so that a page is the same on every origin.
 */
export function imageSources({ url, width, height }: { url: string; width: number; height: number }): ImageSources {
  const picture = mediaVersionAt(url);
  const widths = picture ? mediaWidths.filter((candidate) => candidate <= width) : [];
  return {
    sources:
      picture === null || widths.length === 0
        ? []
        : mediaFormats.map((format) => ({ type: `image/${format}`, srcSet: srcSet(picture, widths, format) })),
    src: picture ? mediaPath(picture) : new URL(url).pathname,
    width,
    height,
  };
}

/** Which file in which version the contract's address of a picture leads to; null if it is not spelled like one. */
function mediaVersionAt(url: string): MediaVersion | null {
  const [, media, version, file, ...more] = new URL(url).pathname.split('/');
  return media === 'media' && version && file && more.length === 0 ? { version, file: decodeURIComponent(file) } : null;
}

function srcSet(picture: MediaVersion, widths: readonly MediaWidth[], format: MediaFormat): string {
  return widths.map((width) => `${mediaVariantPath(picture, width, format)} ${width}w`).join(', ');
}
