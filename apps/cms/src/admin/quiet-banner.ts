/** Under these names Strapi remembers that its notice of a new media library was dismissed, before and after it knows its own name. */
const DISMISSED = ['undefined', 'false'].map((name) => `STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${name}`);

/** Takes away Strapi's notice of its new media library, which says nothing to an editor. */
export function quietBanner(): void {
  for (const key of DISMISSED) window.localStorage.setItem(key, 'true');
}
