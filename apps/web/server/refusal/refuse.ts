import type { IncomingMessage, ServerResponse } from 'node:http';

import { hasBody } from '../guards/body.ts';
import type { Refusal } from '../guards/guard.ts';
import { requestIdOf } from '../request-id.ts';

import { refusalPage, styleHash } from './page.tsx';

import { env } from '#app/config/env.server.ts';
import { cacheHeaders } from '#app/http/responses.ts';
import { securityHeaders } from '#app/http/security-headers.ts';

/** How long a visitor who is still sending may take to read the answer before the connection is cut. */
const LINGER_MS = 1_000;

const headers = Object.fromEntries([
  ...securityHeaders({ https: env.siteUrl.startsWith('https:'), styleHash }),
  ...Object.entries(cacheHeaders('never')),
  ['Content-Type', 'text/html; charset=utf-8'],
]);

/** Headers and page for a refusal, for whoever writes the answer. */
export function refusalAnswer(refusal: Refusal, requestId: string): { headers: Record<string, string>; page: string } {
  return {
    headers: { ...headers, ...refusal.headers },
    page: refusalPage(refusal.status, { requestId, siteUrl: env.siteUrl }),
  };
}

/** Answers a request with a refusal. A body that is still on its way is not waited for. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { headers: own, page } = refusalAnswer(refusal, requestIdOf(response));
  const unread = !request.complete && hasBody({ headers: request.headersDistinct });
  response.writeHead(refusal.status, {
    ...own,
    'Content-Length': Buffer.byteLength(page),
    ...(unread && { Connection: 'close' }),
  });
  if (unread) {
    response.write(page);
    endSoon(request, response);
  } else response.end(page);
}

/** Closing a connection with unread bytes resets it, and the visitor may never see the answer: so read on, but not for long. */
function endSoon(request: IncomingMessage, response: ServerResponse): void {
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, LINGER_MS);
  request.once('close', end).once('end', end).on('error', end).resume();
}
