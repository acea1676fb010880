import type { ChromeView } from './clinic.ts';

/** What the root tells every page. */
export interface Frame {
  chrome: ChromeView;
  /** The site's origin. */
  origin: string;
}

/** A step on the way from the home page to a page. */
export interface Crumb {
  name: string;
  path: string;
}
