import { blocksOf, isEmpty, type Fields } from './fields';
import type { Problem } from './problem';

interface Picture {
  name?: string | null;
  width?: number | null;
  height?: number | null;
}

const NEEDS_WORDS = 'Describe the picture for those who cannot see it, or mark it as decorative.';
const FILE_NAME = 'The description of the picture is the name of a file. Say what the picture shows.';

/** Everything that is wrong with the cover and the figures of an article. */
export function pictureProblems(article: Fields): Problem[] {
  const cover = article['cover'] as Picture | null | undefined;
  const figures = blocksOf(article).filter(({ block }) => block.__component === 'body.figure');
  return [
    ...(cover ? words(article['coverAlt'], article['coverDecorative'], cover, ['coverAlt']) : []),
    ...size(cover, ['cover']),
    ...figures.flatMap(({ block, path }) => {
      const image = block['image'] as Picture | null | undefined;
      return [
        ...words(block['alt'], block['decorative'], image, [...path, 'alt']),
        ...(isEmpty(image) ? [{ path: [...path, 'image'], message: 'Choose a picture.' }] : []),
        ...size(image, [...path, 'image']),
      ];
    }),
  ];
}

function words(alt: unknown, decorative: unknown, picture: Picture | null | undefined, path: Problem['path']): Problem[] {
  if (decorative === true) return [];
  if (typeof alt !== 'string' || alt.trim() === '') return [{ path, message: NEEDS_WORDS }];
  return isFileName(alt.trim(), picture?.name ?? null) ? [{ path, message: FILE_NAME }] : [];
}

function isFileName(alt: string, name: string | null): boolean {
  if (name !== null && alt.toLowerCase() === name.toLowerCase()) return true;
  if (/\.(?:jpe?g|png|webp|avif|gif|svg|heic|tiff?)$/i.test(alt)) return true;
  return (
    /^(?:img|dsc|dscn|pxl|image|photo|picture|screen ?shot|untitled)[\s_-]?[\d_-]*$/i.test(alt) ||
    (/^[\w-]+$/.test(alt) && /[_-]/.test(alt) && /\d/.test(alt))
  );
}

/** A page reserves the place of a picture before it arrives, so its size has to be known. */
function size(picture: Picture | null | undefined, path: Problem['path']): Problem[] {
  return !picture || (picture.width && picture.height)
    ? []
    : [{ path, message: 'This file is not a picture that the site can show. Upload it again as a JPEG, PNG, WebP or AVIF.' }];
}
