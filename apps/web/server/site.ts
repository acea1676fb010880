import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { readBody } from './body.ts';
import { KEEP_ALIVE_MS } from './cache/head.ts';
import type { PageCache } from './cache/page-cache.ts';
import { MAX_BODY_BYTES } from './guards/body.ts';
import { guardsOf } from './guards/guards.ts';
import type { Handler } from './handler.ts';
import { health } from './health.ts';
import type { Pages } from './pages/pages.ts';
import { refuse } from './refusal/refuse.ts';
import { nameRequest, requestIdOf } from './request-id.ts';
import { withoutTrailingSlash } from './target.ts';
import { dropUntrustedHeaders } from './untrusted-headers.ts';

import { env } from '#app/config/env.server.ts';
import { log } from '#app/http/log.server.ts';
import { securityHeaders } from '#app/http/security-headers.ts';

/** Nobody holds a connection by sending slowly, or by not sending at all (W15). */
const limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: KEEP_ALIVE_MS,
};
/** For a connection on which nothing moves at all, such as that of a reader who does not read. */
const IDLE_MS = 60_000;
const MAX_CONNECTIONS = 2_000;

/** What a site is made of, in the order in which it is asked. */
export interface SiteParts {
  files: Handler;
  media: Handler;
  share: Handler;
  /** Finished pages; where pages change while one looks at them, none are kept. */
  cache?: Pick<PageCache, 'answerAtOnce' | 'answer'>;
  pages: Pages;
}

/** The web server, not listening yet. What a request passes before the app sees it is written here, in its order. */
export function createSite({ files, media, share, cache, pages }: SiteParts): Server {
  const server = createServer(limits, (request, response) => {
    if (server.listening && cache?.answerAtOnce(request, response)) return;
    answer(request, response).catch((cause: unknown) => {
      fail(request, response, cause);
    });
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.timeout = IDLE_MS;

  const guard = guardsOf(env);
  const answerHealth = health({ isReady: () => server.listening });
  const standingHeaders = securityHeaders({ https: env.siteUrl.startsWith('https:'), development: !env.production });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // While the server is stopping, nobody should send another request on a connection that is about to go.
    if (!server.listening) response.shouldKeepAlive = false;
    nameRequest(response);
    for (const [name, value] of standingHeaders) response.setHeader(name, value);
    dropUntrustedHeaders(request);
    if (await answerHealth(request, response)) return;

    const { method = '', url: target = '', headersDistinct } = request;
    const refusal = guard({ method, target, headers: headersDistinct });
    if (refusal) {
      refuse(request, response, refusal);
      return;
    }
    const canonical = withoutTrailingSlash(target);
    if (canonical !== null) {
      response.writeHead(308, { Location: canonical, 'Content-Length': 0 }).end();
      return;
    }
    if (await cache?.answer(request, response)) return;
    if (await files(request, response)) return;
    if (await media(request, response)) return;
    if (await share(request, response)) return;
    if (method === 'POST') {
      const body = await readBody(request, MAX_BODY_BYTES);
      if (!body) {
        refuse(request, response, { status: 413 });
        return;
      }
      // Where the adapter looks for a body that was read before it.
      Object.assign(request, { rawBody: body });
    }
    await pages(request, response);
  }

  return server;
}

function fail(request: IncomingMessage, response: ServerResponse, cause: unknown): void {
  // The visitor went away, or was too slow: there is nobody to answer.
  if (request.destroyed && !request.complete) return;
  log.error('request failed', { requestId: requestIdOf(response), method: request.method, cause });
  if (response.headersSent) response.destroy();
  else refuse(request, response, { status: 500 });
}
