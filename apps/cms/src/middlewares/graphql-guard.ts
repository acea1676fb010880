import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { asRouted } from '../access/routed-path';
import { answering } from '../graphql/answers/answer';
import { listedOperations } from '../graphql/answers/listed-operations';
import { Crowd } from '../graphql/clients/crowd';
import { clientsOf, type Client } from '../graphql/clients/identify';
import { TokenBuckets } from '../graphql/clients/token-bucket';
import { guardFor } from '../graphql/guard/check';
import { limits } from '../graphql/guard/limits';
import { readGraphQLBody, type GraphQLBody } from '../graphql/guard/read-body';
import { readListedOperation } from '../graphql/guard/read-listed';
import { Refusal } from '../graphql/guard/refusal';
import { writtenSchema } from '../graphql/written-schema';

/** What a request that is refused costs the one who sent it, so that refusals cannot be had without end. */
const REFUSED = 10;

/** Introspection weighs more objects than it takes time: its answers are short and made from memory. */
const INTROSPECTION_DISCOUNT = 20;

const MOST_CLIENTS = 50_000;

/** A question that may be asked, and what it costs whom. */
interface Admitted {
  body: GraphQLBody;
  price: number;
  isStranger: boolean;
}

/**
 * Stands before everything that reads a body, and lets through to the GraphQL server only what can be answered quickly: one query, of
 * bounded size, depth and cost, from a client that has not used up its allowance. All else gets an answer that says why.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const endpoint = strapi.config.get<string>('plugin::graphql.endpoint', '/graphql');
  const buckets = new TokenBuckets(MOST_CLIENTS);
  const check = guardFor(writtenSchema());
  const listed = listedOperations();
  const answer = answering(strapi);
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

  const read = (ctx: Context): GraphQLBody | Promise<GraphQLBody> => {
    if (isRead(ctx)) return readListedOperation(ctx.querystring, listed, limits.addressBytes);
    return readGraphQLBody(ctx.req, limits.bytes);
  };

  const admit = async (ctx: Context): Promise<Admitted> => {
    checkForm(ctx);
    const client = await clientOf(ctx.req);
    spend(ctx, client, 0);
    try {
      const body = await read(ctx);
      const { units, isIntrospection } = check(body);
      const price = isIntrospection ? Math.ceil(units / INTROSPECTION_DISCOUNT) : units;
      spend(ctx, client, price);
      ctx.set('Query-Cost', String(units));
      return { body, price, isStranger: client.isStranger };
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
      const { body, price, isStranger } = await admit(ctx);
      const ask = () => asPost(ctx, endpoint, body, next);
      await answer(ctx, body, () => (isStranger ? crowd.answer(price, ask) : ask()));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuse(ctx, error);
      return;
    }
    allowReading(ctx);
  };
};

const isRead = ({ method }: Context) => method === 'GET' || method === 'HEAD';

/** Hands a question on to the GraphQL server, which knows one form of it: the body, read already, of a POST. */
async function asPost(ctx: Context, endpoint: string, body: GraphQLBody, next: Next): Promise<void> {
  const { method } = ctx;
  // The path as Strapi's own body parser compares it, so that it leaves the body alone.
  ctx.url = endpoint;
  ctx.method = 'POST';
  ctx.req.headers['content-type'] = 'application/json';
  (ctx.request as { body?: unknown }).body = body;
  try {
    await next();
  } finally {
    ctx.method = method;
  }
}

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
