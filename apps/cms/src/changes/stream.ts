import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { clientsOf } from '../graphql/clients/identify';
import { TokenBuckets } from '../graphql/clients/token-bucket';
import { Refusal } from '../graphql/guard/refusal';

import { readCursor } from './cursor';
import { followChanges } from './reader';

interface Router {
  get: (path: string, handler: (ctx: Context) => Promise<void>) => void;
}

const PATH = '/changes/stream';
const MOST_STREAMS = 100;
const MOST_CLIENTS = 1_000;

/**
 * Serves the change feed as a stream of server-sent events, for servers that hold a token: the site itself, or an app with an API token.
 * Each event names a change and carries its cursor as id, so that a reader that comes back with `Last-Event-ID` misses nothing.
 */
export function serveChangeStream(strapi: Core.Strapi): void {
  const buckets = new TokenBuckets(MOST_CLIENTS);
  const identify = clientsOf(strapi, ({ key, allowance }, units) => {
    if (allowance) buckets.charge(key, units, allowance);
  });
  let streams = 0;

  const admit = async (ctx: Context): Promise<void> => {
    if (ctx.get('authorization') === '') throw new Refusal(401, 'TOKEN_MISSING', 'Send a token as "Authorization: Bearer …".');
    await identify(ctx.req);
    if (streams >= MOST_STREAMS) throw new Refusal(503, 'TOO_MANY_STREAMS', 'Too many streams are open. Try again later.');
  };

  (strapi.server.router as unknown as Router).get(PATH, async (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    try {
      await admit(ctx);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      ctx.status = error.status;
      ctx.body = error.toBody();
      return;
    }
    // Proxies that collect an answer before they pass it on would hold events back.
    ctx.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    ctx.respond = false;
    const { res } = ctx;
    res.writeHead(200);
    streams++;
    void followChanges(strapi, res, readCursor(ctx.get('Last-Event-ID')))
      .catch((error: unknown) => {
        strapi.log.warn(`A change stream ended: ${error instanceof Error ? error.message : 'unknown error'}`);
      })
      .finally(() => {
        streams--;
        res.end();
      });
  });
}
