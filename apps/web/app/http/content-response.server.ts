import { log } from './log.server.ts';

import { ContentError } from '#app/content/content-error.ts';

/**
 * Waits for what a loader asked of the CMS. If the CMS cannot answer, the visitor gets the calm page for it: status 503,
 * try again in half a minute. Remix hides the class of a thrown error from error pages, but not the status of a response.
 * @throws {Response} with status 503
 */
export async function orUnavailable<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    log.error('content unavailable', { operation: error.operation, kind: error.kind, cause: error.cause });
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix reads thrown responses as the way to its error pages.
    throw new Response('The CMS cannot be reached', {
      status: 503,
      headers: { 'Retry-After': '30', 'Cache-Control': 'no-store' },
    });
  }
}
