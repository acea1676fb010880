import { type HeadersFunction } from '@remix-run/node';

/** How finished answers may be kept, by name; chosen where the answer is made. */
const cacheControl = {
  /** Pages: kept by browsers, but asked for again each time, so that what was withdrawn is gone at once. */
  page: 'public, max-age=0, must-revalidate',
  /** Site map and the like. */
  feed: 'public, max-age=3600',
  /** Files whose name changes with their content. */
  immutable: 'public, max-age=31536000, immutable',
  /** Forms, errors, anything personal. */
  never: 'no-store',
} as const;

export type CachePolicy = keyof typeof cacheControl;

/** The cache headers of a policy, for `data(…, { headers: cacheHeaders('page') })`. */
export function cacheHeaders(policy: CachePolicy): { 'Cache-Control': string } {
  return { 'Cache-Control': cacheControl[policy] };
}

/** A route's `headers` export: passes on what its loader or the thrown response said about caching. */
export const forwardCacheHeaders: HeadersFunction = ({ loaderHeaders, parentHeaders, errorHeaders }) => {
  const headers = new Headers();
  const source = errorHeaders ?? loaderHeaders;
  for (const name of ['Cache-Control', 'Retry-After']) {
    const value = source.get(name) ?? parentHeaders.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
};

/**
 * Ends a loader with an error page unless something holds: `invariantResponse(found, 'No article has that address')`.
 * The message is for the log; pages choose their own words.
 * @throws {Response} with status 404 unless told otherwise
 */
export function invariantResponse(condition: unknown, message: string, init: ResponseInit = { status: 404 }): asserts condition {
  // Remix reads thrown responses as the way to its error pages.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (!condition) throw new Response(message, init);
}

const FRAMED_BY = 'X-Framed-By';

/** The headers of a preview: kept nowhere, found by no search engine, shown in a frame by the CMS alone. */
export function previewHeaders(cms: string): Record<string, string> {
  return { ...cacheHeaders('never'), 'X-Robots-Tag': 'noindex, nofollow', [FRAMED_BY]: cms };
}

/** A preview route's `headers` export. */
export const forwardPreviewHeaders: HeadersFunction = ({ loaderHeaders, errorHeaders }) => {
  const headers = new Headers(cacheHeaders('never'));
  headers.set('X-Robots-Tag', 'noindex, nofollow');
  const cms = errorHeaders ? null : loaderHeaders.get(FRAMED_BY);
  if (cms !== null) headers.set(FRAMED_BY, cms);
  return headers;
};

/** Which origin may show this answer in a frame; the note about it does not leave the server. */
export function takeFramedBy(headers: Headers): string | undefined {
  const origin = headers.get(FRAMED_BY) ?? undefined;
  headers.delete(FRAMED_BY);
  return origin;
}
