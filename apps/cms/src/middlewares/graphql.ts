import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { LRUCache } from 'lru-cache';

import { asRouted } from '../access/routed-path';
import { answering } from '../graphql/answers/answer';
import { answerBeside, judgeBeside } from '../graphql/beside/beside';
import { Crowd } from '../graphql/clients/crowd';
import { clientsOf, type Client } from '../graphql/clients/identify';
import { TokenBuckets } from '../graphql/clients/token-bucket';
import { endpoint } from '../graphql/endpoint';
import { executing, type Executed } from '../graphql/execute';
import { limits } from '../graphql/guard/limits';
import { readText } from '../graphql/guard/read-body';
import { Refusal } from '../graphql/guard/refusal';
import { judging, listedText, writtenText, type Judged, type Judgment } from '../graphql/judge';

/** What a request that is refused costs the one who sent it, so that refusals cannot be had without end. */
const REFUSED = 10;

const MOST_CLIENTS = 50_000;

/** So many of strangers' questions are remembered as acceptable. */
const MOST_JUDGMENTS = 2_000;
const JUDGMENT_BYTES = 2 * 1024 * 1024;

/**
 * Serves GraphQL, before anything else in the CMS has touched a request. Answered is only what can be answered quickly: one query, of
 * bounded size, depth and cost, from a client that has not used up its allowance. All else gets an answer that says why.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const buckets = new TokenBuckets(MOST_CLIENTS);
  const judge = judging();
  const answer = answering(strapi);
  const execute = executing();
  const crowd = new Crowd();
  const charge = ({ key, allowance }: Client, units: number) => {
    if (allowance) buckets.charge(key, units, allowance);
  };
  const spend = (ctx: Context, { key, allowance }: Client, units: number) => {
    if (!allowance) return;
    const taken = buckets.take(key, units, allowance);
    if (!taken.ok) {
      throw new Refusal(429, 'RATE_LIMITED', `Too much was asked for in a short time. Try again in ${taken.retryAfter} s.`, {
        limit: allowance.capacity,
        retryAfter: taken.retryAfter,
      });
    }
    // An answer to GET may be kept and given to others, whom this does not concern.
    if (ctx.method !== 'POST') return;
    ctx.set('RateLimit', `"cost";r=${taken.left}`);
    ctx.set('RateLimit-Policy', `"cost";q=${allowance.capacity};w=${allowance.capacity / allowance.perSecond}`);
  };
  const clientOf = clientsOf(strapi, charge);

  const judgments = new LRUCache<string, Judgment>({
    max: MOST_JUDGMENTS,
    maxSize: JUDGMENT_BYTES,
    sizeCalculation: (_, text) => text.length + 200,
  });

  const judgeStrangers = async (text: string): Promise<Judgment> => {
    const before = judgments.get(text);
    if (before) return before;
    const judgment = await judgeBeside(strapi, text);
    judgments.set(text, judgment);
    return judgment;
  };

  /** Lets a question in, and says how it will be answered unless the answer is known. */
  const admit = async (ctx: Context): Promise<{ key: string; ask: () => Executed | Promise<Executed> }> => {
    checkForm(ctx);
    const client = await clientOf(ctx.req);
    spend(ctx, client, 0);
    try {
      const text = isRead(ctx) ? listedText(ctx.querystring) : writtenText(await readText(ctx.req, limits.bytes));
      const judged: Judgment = client.isStranger ? await judgeStrangers(text) : judge(text);
      const { units, price, key } = judged;
      spend(ctx, client, price);
      ctx.set('Query-Cost', String(units));
      if (client.isStranger) return { key, ask: () => crowd.answer(price, () => answerBeside(strapi, text)) };
      const { document, variables } = judged as Judged;
      return { key, ask: () => execute(document, variables) };
    } catch (error) {
      if (error instanceof Refusal && error.status !== 429) charge(client, REFUSED);
      throw error;
    }
  };

  return async (ctx: Context, next: Next): Promise<void> => {
    if (asRouted(ctx.path) !== endpoint) {
      await next();
      return;
    }
    allowReading(ctx);
    if (ctx.method === 'OPTIONS') {
      ctx.status = 204;
      return;
    }
    try {
      const { key, ask } = await admit(ctx);
      await answer(ctx, key, ask);
    } catch (error) {
      refuse(ctx, error instanceof Refusal ? error : unexpected(strapi, error));
    }
  };
};

/** Nothing stands in front of this that could tell of a fault. */
function unexpected({ log }: Core.Strapi, error: unknown): Refusal {
  log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return new Refusal(500, 'INTERNAL_SERVER_ERROR', 'Internal server error');
}

const isRead = ({ method }: Context) => method === 'GET' || method === 'HEAD';

function checkForm(ctx: Context): void {
  if (isRead(ctx)) return;
  if (ctx.method !== 'POST') throw new Refusal(405, 'METHOD_NOT_ALLOWED', 'Send GraphQL operations by POST.');
  if (ctx.querystring !== '') {
    throw new Refusal(400, 'QUERY_STRING', 'Send GraphQL operations in the body; this address takes no query string.');
  }
  if (!ctx.is('application/json')) {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send GraphQL operations as application/json.');
  }
  if (ctx.get('content-encoding') !== '' && ctx.get('content-encoding') !== 'identity') {
    throw new Refusal(415, 'UNSUPPORTED_ENCODING', 'Send the body as it is, without compression.');
  }
}

/**
 * Pages of any origin may read what is public. Nothing is allowed that would carry a visitor's cookies or a token, and no other address
 * of the CMS is opened.
 */
function allowReading(ctx: Context): void {
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Access-Control-Allow-Origin', '*');
  ctx.set('Access-Control-Expose-Headers', 'ETag, Query-Cost, RateLimit, RateLimit-Policy, Retry-After');
  if (ctx.method !== 'OPTIONS') return;
  ctx.set('Access-Control-Allow-Methods', 'GET, POST');
  ctx.set('Access-Control-Allow-Headers', 'Content-Type');
  ctx.set('Access-Control-Max-Age', '86400');
}

/** How much of a body that is not read Node may swallow to keep the connection. */
const WORTH_DRAINING = 256 * 1024;

function refuse(ctx: Context, refusal: Refusal): void {
  const declared = Number(ctx.get('content-length') || Number.POSITIVE_INFINITY);
  if (refusal.status === 413 && declared > WORTH_DRAINING) ctx.set('Connection', 'close');
  if (refusal.status === 405) ctx.set('Allow', 'GET, HEAD, POST, OPTIONS');
  if (refusal.details.retryAfter !== undefined) ctx.set('Retry-After', String(refusal.details.retryAfter));
  ctx.set('Cache-Control', 'no-store');
  ctx.status = refusal.status;
  ctx.body = refusal.toBody();
}
