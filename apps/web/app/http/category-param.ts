/** What Strapi makes addresses of; the CMS refuses to look for anything else. */
const SLUG = /^[\w.~-]{1,255}$/;

/** The `category` parameter of an address: null if it is missing, undefined if no category can have it (then the page does not exist). */
export function categoryParam(url: string): string | null | undefined {
  const text = new URL(url).searchParams.get('category');
  return text === null || SLUG.test(text) ? text : undefined;
}
