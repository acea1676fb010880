import { cacheHeaders } from '#app/http/responses.ts';

/**
 * Pages that a reader is about to open are fetched while the pointer rests on their link. Only this site's own pages, none with a query
 * (a search is nobody's business before it is sent), and no files.
 */
const rules = {
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: String.raw`/*\?*` } },
          { not: { href_matches: '/*.*' } },
          { not: { href_matches: '/media/*' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
};

/** Which links browsers may fetch ahead. A header names this file, so that pages need no script element for it. */
export function loader(): Response {
  return new Response(JSON.stringify(rules), {
    headers: { 'Content-Type': 'application/speculationrules+json', ...cacheHeaders('feed') },
  });
}
