import type { IncomingMessage, ServerResponse } from 'node:http';

import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { RequestHandler } from '@remix-run/node';

import { requestIdOf } from '../request-id.ts';

import { askCalmly } from './calm.ts';
import { compressed } from './compress.ts';

import { recordDependencies } from '#app/content/dependencies.server.ts';

/** Answers a request that nothing before it did. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers with the pages of the Remix app. They are sent when they are complete, so one that fails half-way is never seen. */
export function pages(remix: RequestHandler): Pages {
  const answer = async (request: Request, { incoming, outgoing }: HttpBindings): Promise<Response> => {
    const accepted = incoming.headers['accept-encoding'];
    const asked = request.method === 'HEAD' ? asIfRead(request) : request;
    // As one page, though nobody keeps it: what it asks of the CMS goes there together.
    const { result: response } = await recordDependencies(() =>
      askCalmly(asked, requestIdOf(outgoing), async (requestId) => compressed(await remix(asked, { requestId }), accepted)),
    );
    leaveFramesTo(response, outgoing);
    return response;
  };
  // Remix and the app are written for Node's own `Request` and `Response`.
  return getRequestListener((request, env) => answer(request, env as HttpBindings), { overrideGlobalObjects: false });
}

/** Where Remix is asked for data alone, it takes whatever is not GET for a form. Node leaves out the body of an answer to HEAD. */
function asIfRead({ url, headers, signal }: Request): Request {
  return new Request(url, { headers, signal });
}

/** A page that says who may frame it says so alone: the older header of every answer has no word for one other origin. */
function leaveFramesTo({ headers }: Response, outgoing: HttpBindings['outgoing']): void {
  if (headers.has('Content-Security-Policy') && !headers.has('X-Frame-Options')) outgoing.removeHeader('X-Frame-Options');
}
