import { mediaVariantPath } from './paths.ts';

/** Widths in which pictures are served, in pixels. Anything else does not exist. */
export const mediaWidths = [320, 480, 640, 960, 1280, 1600] as const;
export type MediaWidth = (typeof mediaWidths)[number];

/** Formats in which pictures are served, best first. */
export const mediaFormats = ['avif', 'webp'] as const;
export type MediaFormat = (typeof mediaFormats)[number];

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
  const src = new URL(url).pathname;
  const file = decodeURIComponent(src.slice(src.lastIndexOf('/') + 1));
  const widths = mediaWidths.filter((candidate) => candidate <= width);
  return {
    sources:
      widths.length === 0
        ? []
        : mediaFormats.map((format) => ({ type: `image/${format}`, srcSet: srcSet(file, widths, format) })),
    src,
    width,
    height,
  };
}

function srcSet(file: string, widths: readonly MediaWidth[], format: MediaFormat): string {
  return widths.map((width) => `${mediaVariantPath(file, width, format)} ${width}w`).join(', ');
}
