import { createHash } from 'node:crypto';

import type { ShareImage } from './document-meta.ts';

import { articleShareImagePath, siteShareImagePath } from '#app/config/paths.ts';
import { shareImageSize } from '#app/config/share-image.ts';
import type { ShareCard } from '#app/models/share-card.ts';

/** Raised whenever `server/share` draws the same card differently: its address changes with it. */
const DESIGN = 1;

/** By what a picture's address tells it from every other: whoever keeps it may keep it for good. */
export function shareHash(card: ShareCard): string {
  return createHash('sha256')
    .update(JSON.stringify([DESIGN, card]))
    .digest('hex')
    .slice(0, 16);
}

/** The picture for sharing an article. */
export function articleShareImage(slug: string, card: ShareCard): ShareImage {
  return toImage(articleShareImagePath({ slug, hash: shareHash(card) }), card);
}

/** The picture for sharing every other page. */
export function siteShareImage(card: ShareCard): ShareImage {
  return toImage(siteShareImagePath({ hash: shareHash(card) }), card);
}

function toImage(url: string, { title, clinic }: ShareCard): ShareImage {
  return { url, ...shareImageSize, type: 'image/png', alt: clinic === null ? title : `${title} – ${clinic}` };
}
