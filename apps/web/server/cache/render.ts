import type { RequestHandler } from '@remix-run/node';

import { askCalmly } from '../pages/calm.ts';
import { newRequestId } from '../request-id.ts';

import { finishPage, type KeptPage } from './kept-page.ts';

import { recordDependencies } from '#app/content/dependencies.server.ts';

/** What came of making a page. */
export interface Rendered {
  page: KeptPage;
  /** Whether it may be kept and shown to everybody. */
  isKeepable: boolean;
  /** Whether it says for certain that nothing stands there any more. */
  isGone: boolean;
  /** Under which name the log speaks of it. */
  requestId: string;
}

/** What making a page needs. */
export interface RenderOptions {
  remix: RequestHandler;
  /** The site's origin: addresses in pages come from here, never from a request. */
  origin: string;
  /** Headers of every answer. */
  standingHeaders: readonly [name: string, value: string][];
  build: string;
}

/** Makes a page from its key alone, so that nothing of the visitor who happens to be first can be in it. */
export async function render(
  key: string,
  moment: number,
  { remix, origin, standingHeaders, build }: RenderOptions,
): Promise<Rendered> {
  const requestId = newRequestId();
  const request = new Request(new URL(key, origin));
  const { result, dependencies } = await recordDependencies(async () => {
    const response = await askCalmly(request, requestId, (id) => remix(request, { requestId: id }));
    return { response, body: Buffer.from(await response.arrayBuffer()) };
  });
  const { response, body } = result;
  const { failed, expiresAt } = dependencies;
  const tags = [...dependencies.tags];
  const isKeepable = !failed && mayBeKept(response);
  const headers = headersOf(response, standingHeaders);
  const page = await finishPage(
    {
      key,
      status: response.status,
      headers: isKeepable ? [...headers, ...sharedCacheHeaders(tags)] : headers,
      lastModified: Date.now(),
      tags,
      expiresAt: Number.isFinite(expiresAt) ? expiresAt : null,
      moment,
      build,
    },
    body,
  );
  return { page, isKeepable, isGone: !failed && [404, 410].includes(response.status), requestId };
}

/** Nothing personal, no error, nothing with a nonce; and only what says that it may. Moves are kept so that old links outlive the CMS. */
function mayBeKept({ status, headers }: Response): boolean {
  if (headers.has('Set-Cookie') || headers.get('Content-Security-Policy')?.includes("'nonce-")) return false;
  return status === 301 || (status === 200 && (headers.get('Cache-Control') ?? '').startsWith('public'));
}

function headersOf(response: Response, standing: readonly [string, string][]): [string, string][] {
  const headers = new Headers(standing as [string, string][]);
  for (const [name, value] of response.headers) headers.set(name, value);
  for (const name of ['content-length', 'vary']) headers.delete(name);
  return [...headers];
}

const MAX_SURROGATE_KEYS = 2_000;

/**
 * For caches between this server and its visitors, which know no better than to ask: soon enough that what was withdrawn is gone in time,
 * and what they have as long as this server is away.
 */
function sharedCacheHeaders(tags: readonly string[]): [string, string][] {
  const keys = tags.join(' ');
  return [
    ['cdn-cache-control', 'public, max-age=3, stale-while-revalidate=5, stale-if-error=86400'],
    ['surrogate-key', keys.length <= MAX_SURROGATE_KEYS ? keys : tags.filter((tag) => !tag.includes(':')).join(' ')],
  ];
}
