import type { IncomingMessage, ServerResponse } from 'node:http';

import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { RequestHandler } from '@remix-run/node';

import { refusalAnswer } from '../refusal/refuse.ts';
import { requestIdOf } from '../request-id.ts';

import { compressed } from './compress.ts';

import { log } from '#app/http/log.server.ts';

/** Answers a request that nothing before it did. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const SLOW_MS = 1_000;

/** Answers with the pages of the Remix app. They are sent when they are complete, so one that fails half-way is never seen. */
export function pages(remix: RequestHandler): Pages {
  const answer = async (request: Request, { incoming, outgoing }: HttpBindings): Promise<Response> => {
    const begun = performance.now();
    const requestId = requestIdOf(outgoing);
    const accepted = incoming.headers['accept-encoding'];
    const response = await orCalm(async () => compressed(await remix(request, { requestId }), accepted), { requestId, request });
    leaveFramesTo(response, outgoing);
    const ms = Math.round(performance.now() - begun);
    if ((response.status >= 500 || ms > SLOW_MS) && !request.signal.aborted) {
      const { method, url } = request;
      log[response.status >= 500 ? 'error' : 'info']('request', {
        requestId,
        method,
        path: new URL(url).pathname,
        status: response.status,
        ms,
      });
    }
    return response;
  };
  // Remix and the app are written for Node's own `Request` and `Response`.
  return getRequestListener((request, env) => answer(request, env as HttpBindings), { overrideGlobalObjects: false });
}

/** A page that says who may frame it says so alone: the older header of every answer has no word for one other origin. */
function leaveFramesTo({ headers }: Response, outgoing: HttpBindings['outgoing']): void {
  if (headers.has('Content-Security-Policy') && !headers.has('X-Frame-Options')) outgoing.removeHeader('X-Frame-Options');
}

interface Asked {
  requestId: string;
  request: Request;
}

/** Remix answers some failures with a bare line of text. Visitors get a page that leads somewhere. */
async function orCalm(ask: () => Promise<Response>, { requestId, request }: Asked): Promise<Response> {
  try {
    const response = await ask();
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
