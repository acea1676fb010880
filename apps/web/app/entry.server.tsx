import { PassThrough } from 'node:stream';

import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
  type HandleErrorFunction,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';

import { env } from '#app/config/env.server.ts';
import { speculationRulesPath } from '#app/config/paths.ts';
import { log } from '#app/http/log.server.ts';
import { scriptsOf } from '#app/http/page-scripts.tsx';
import { RequestContext } from '#app/http/request-context.ts';
import { cacheHeaders, takeFramedBy } from '#app/http/responses.ts';
import { securityHeaders } from '#app/http/security-headers.ts';

/** Loaders ask the CMS with a limit of their own; this one ends a render that hangs for another reason. */
const RENDER_TIMEOUT_MS = 8_000;

/** Renders a page. It is sent when it is complete, to people and robots alike: without scripts nothing could arrive later. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { requestId }: AppLoadContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Speculation-Rules', JSON.stringify(speculationRulesPath));
  if (status >= 400) headers.set('Cache-Control', cacheHeaders('never')['Cache-Control']);
  else if (!headers.has('Cache-Control')) headers.set('Cache-Control', cacheHeaders('page')['Cache-Control']);
  const framedBy = takeFramedBy(headers);
  const security = {
    https: env.siteUrl.startsWith('https:'),
    scripts: hasScripts(remixContext),
    framedBy,
    development: !env.production,
  };
  for (const [name, value] of securityHeaders(security)) headers.set(name, value);
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <RequestContext.Provider value={{ requestId }}>
        <RemixServer context={remixContext} url={request.url} />
      </RequestContext.Provider>,
      {
        onAllReady() {
          clearTimeout(timer);
          const body = new PassThrough();
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError(error) {
          clearTimeout(timer);
          reject(error instanceof Error ? error : new Error(String(error)));
        },
        onError(error) {
          log.error('render failed', { requestId, cause: error });
        },
      },
    );
    const timer = setTimeout(abort, RENDER_TIMEOUT_MS);
  });
}

function hasScripts({ staticHandlerContext, routeModules }: EntryContext): boolean {
  return scriptsOf(staticHandlerContext.matches.map(({ route }) => routeModules[route.id]?.handle)).length > 0;
}

/** What a loader, an action or a render did not expect. Visitors get an error page with the request's name and nothing else. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  log.error('request failed', {
    requestId: context.requestId,
    method: request.method,
    path: new URL(request.url).pathname,
    cause: error,
    stack: error instanceof Error ? error.stack?.split('\n').slice(1, 4) : undefined,
  });
};
