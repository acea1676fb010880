import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { lastPosition } from '../../changes/feed';

import { AnswerCache, questionKey, type Answer } from './answer-cache';
import { sharedRead } from './shared-read';
import { tagsOf } from './tags';

const MOST_BYTES = 24 * 1024 * 1024;

/**
 * For answers that others may keep. Readers ask again each time and are told in a few bytes that nothing changed; a network in between may
 * serve an answer for a minute by itself, while it fetches the next one, and for a day if the CMS is away.
 */
const SHARED = 'public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400';

/** What GraphQL answers are written as; a client that wants neither is left to the GraphQL server to refuse. */
const TYPES = ['application/json', 'application/graphql-response+json'];

/** A question that may be answered. */
export interface Question {
  query: string;
  variables: Record<string, unknown>;
}

/**
 * Answers questions, from memory where nothing has changed since somebody asked the same. Everybody gets the same answer to a question, so
 * who asks does not matter.
 */
export function answering(strapi: Core.Strapi): (ctx: Context, question: Question, next: Next) => Promise<void> {
  const cache = new AnswerCache(MOST_BYTES);
  const position = sharedRead(() => lastPosition(strapi.db.connection));

  return async (ctx, { query, variables }, next) => {
    const type = ctx.accepts(TYPES);
    const question = questionKey(query, variables);
    // Before the data: an answer may be newer than its position says, and is then made once more, but never older.
    const at = await position();
    const known = type === false ? null : cache.get(question, at);
    if (known && type !== false) {
      ctx.status = 200;
      send(ctx, known, type);
      return;
    }
    await next();
    const made = madeAnswer(ctx);
    if (!made) {
      ctx.set('Cache-Control', 'no-store');
      return;
    }
    cache.put(question, at, made);
    send(ctx, made, ctx.response.get('Content-Type'));
  };
}

/** The answer that the GraphQL server has made; null if there is any error in it. Errors stand first in an answer. */
function madeAnswer(ctx: Context): Answer | null {
  if (ctx.status !== 200 || typeof ctx.body !== 'string' || !ctx.body.startsWith('{"data":')) return null;
  const body = Buffer.from(ctx.body);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`, tags: tagsOf(ctx) };
}

function send(ctx: Context, { body, etag, tags }: Answer, type: string): void {
  ctx.body = body;
  ctx.set('Content-Type', type.includes('charset') ? type : `${type}; charset=utf-8`);
  ctx.set('Cache-Control', 'no-store');
  if (ctx.method === 'POST') return;
  ctx.set('Cache-Control', SHARED);
  ctx.set('ETag', etag);
  ctx.set('Surrogate-Key', tags);
  ctx.vary('Accept');
  if (ctx.fresh) ctx.status = 304;
}
