import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { lastPosition } from '../../changes/feed';
import { endPosition } from '../../changes/read';
import { isSqlite } from '../../database/dialect';
import { reading } from '../../database/reading';
import type { Executed } from '../execute';
import { Refusal } from '../guard/refusal';

import { AnswerCache, type Answer } from './answer-cache';
import { sharedRead } from './shared-read';

const MOST_BYTES = 24 * 1024 * 1024;

/**
 * For answers that others may keep. Readers ask again each time and are told in a few bytes that nothing changed; a network in between may
 * serve an answer for a minute by itself, while it fetches the next one, and for a day if the CMS is away.
 */
const SHARED = 'public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400';

/** What GraphQL answers are written as. */
const TYPES = ['application/json', 'application/graphql-response+json'];

/**
 * Answers questions, each known by its key, from memory where nothing has changed since somebody asked the same. Everybody gets the same
 * answer to a question, so who asks does not matter.
 */
export function answering(
  strapi: Core.Strapi,
): (ctx: Context, question: string, execute: () => Executed | Promise<Executed>) => Promise<void> {
  const cache = new AnswerCache(MOST_BYTES);
  const position = positionOf(strapi);

  return async (ctx, asked, execute) => {
    // A review becomes due when a day begins, without any change: no answer outlives its day.
    const question = `${new Date().toISOString().slice(0, 10)} ${asked}`;
    const type = ctx.accepts(TYPES);
    if (type === false) throw new Refusal(406, 'NOT_ACCEPTABLE', `Answers are written as ${TYPES.join(' or ')}.`);
    // Before the data: an answer may be newer than its position says, and is then made once more, but never older.
    const at = await position();
    const known = cache.get(question, at);
    if (known) {
      send(ctx, known, type);
      return;
    }
    const { status, text, isWhole, tags } = await execute();
    const body = Buffer.from(text);
    if (!isWhole) {
      sendOnce(ctx, status, body, type);
      return;
    }
    const made = { body, etag: etagOf(body), tags };
    cache.put(question, at, made);
    send(ctx, made, type);
  };
}

/** Where the change feed stands now. SQLite says it at once; PostgreSQL is asked once for all who ask at the same moment. */
function positionOf(strapi: Core.Strapi): () => number | Promise<number> {
  if (!isSqlite(strapi)) return sharedRead(() => lastPosition(strapi.db.connection));
  return () => reading(strapi, endPosition);
}

const etagOf = (body: Buffer) => `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

function sendOnce(ctx: Context, status: number, body: Buffer, type: string): void {
  ctx.status = status;
  ctx.body = body;
  ctx.set('Content-Type', `${type}; charset=utf-8`);
  ctx.set('Cache-Control', 'no-store');
}

function send(ctx: Context, { body, etag, tags }: Answer, type: string): void {
  sendOnce(ctx, 200, body, type);
  if (ctx.method === 'POST') return;
  ctx.set('Cache-Control', SHARED);
  ctx.set('ETag', etag);
  ctx.set('Surrogate-Key', tags);
  ctx.vary('Accept');
  if (ctx.fresh) ctx.status = 304;
}
