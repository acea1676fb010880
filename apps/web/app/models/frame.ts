import type { ChromeView } from './clinic.ts';

import type { ShareImage } from '#app/seo/document-meta.ts';

/** What the root tells every page. */
export interface Frame {
  chrome: ChromeView;
  /** The site's origin. */
  origin: string;
  /** What stands for a page without a picture of its own where somebody shares it. */
  shareImage: ShareImage;
}

/** A step on the way from the home page to a page. */
export interface Crumb {
  name: string;
  path: string;
}
