import { refusalAnswer } from '../refusal/refuse.ts';

import { log } from '#app/http/log.server.ts';

const SLOW_MS = 1_000;

/**
 * Asks the app, whatever it does: visitors get a page that leads somewhere even where Remix answers with a bare line of text. What fails or
 * is slow stands in the log.
 */
export async function askCalmly(
  request: Request,
  requestId: string,
  ask: (requestId: string) => Promise<Response>,
): Promise<Response> {
  const begun = performance.now();
  const response = await orCalm(ask, { requestId, request });
  const ms = Math.round(performance.now() - begun);
  if ((response.status >= 500 || ms > SLOW_MS) && !request.signal.aborted) {
    const { method, url } = request;
    const { status } = response;
    log[status >= 500 ? 'error' : 'info']('request', { requestId, method, path: new URL(url).pathname, status, ms });
  }
  return response;
}

interface Asked {
  requestId: string;
  request: Request;
}

async function orCalm(ask: (requestId: string) => Promise<Response>, { requestId, request }: Asked): Promise<Response> {
  try {
    const response = await ask(requestId);
    const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
    const isData = new URL(request.url).pathname.endsWith('.data');
    return response.status < 500 || isPage || isData ? response : calm(response, requestId);
  } catch (cause) {
    log.error('request failed', { requestId, cause });
    return calm(new Response(null, { status: 500 }), requestId);
  }
}

function calm({ status, headers: given }: Response, requestId: string): Response {
  const retryAfter = given.get('Retry-After');
  const { headers, page } = refusalAnswer({ status: status === 503 ? 503 : 500 }, requestId);
  return new Response(page, { status, headers: { ...headers, ...(retryAfter !== null && { 'Retry-After': retryAfter }) } });
}
