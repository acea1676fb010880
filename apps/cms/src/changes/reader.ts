import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

import type { Core } from '@strapi/strapi';

import { reading } from '../database/reading';

import { onChange } from './announce';
import { writeCursor, type Cursor } from './cursor';
import type { Change } from './feed';
import { actionSince, endOfFeed, readChanges, type Part } from './read';

/** So often a connection shows that it is alive, and looks for changes even if nobody announced one. */
const HEARTBEAT_MS = 10_000;
const PART = 200;

function event(name: string, cursor: Cursor, data: unknown): string {
  return `event: ${name}\nid: ${writeCursor(cursor)}\ndata: ${JSON.stringify(data)}\n\n`;
}

function changeEvent(change: Change, { history }: Cursor, since: number): string {
  const { type, documentId, slug, position, changedAt } = change;
  const action = actionSince(change, since);
  return event('change', { history, position }, { action, type, documentId, slug, changedAt: new Date(changedAt).toISOString() });
}

/**
 * Writes every change after `from` to a reader as server-sent events, as it is committed, until the reader is gone. A reader without a
 * cursor, or with one of another history, is told to start anew (`restart`) from the end of the feed.
 */
export async function followChanges(strapi: Core.Strapi, to: ServerResponse, from: Cursor | null): Promise<void> {
  const news = newsFor(to);
  try {
    await write(to, 'retry: 1000\n\n');
    let cursor = from ?? (await restart(strapi, to));
    while (!to.destroyed) {
      const part: Part = await readOn(strapi, cursor);
      if (part.isRestart) {
        cursor = await restart(strapi, to);
        continue;
      }
      for (const change of part.changes) await write(to, changeEvent(change, part.cursor, cursor.position));
      cursor = part.cursor;
      if (!part.hasMore && !(await news.arrive())) await write(to, ': still here\n\n');
    }
  } finally {
    news.stop();
  }
}

async function readOn(strapi: Core.Strapi, after: Cursor): Promise<Part> {
  return reading(strapi, () => readChanges(after, PART));
}

async function restart(strapi: Core.Strapi, to: ServerResponse): Promise<Cursor> {
  const cursor = await reading(strapi, endOfFeed);
  await write(to, event('restart', cursor, {}));
  return cursor;
}

/** Waits for a slow reader instead of keeping what it has not read. */
async function write(to: ServerResponse, text: string): Promise<void> {
  if (to.destroyed || writeAtOnce(to, text)) return;
  await Promise.race([once(to, 'drain'), once(to, 'close')]).catch(() => undefined);
}

/** Node would send it when it is done with what it does, and a publish has much left to do once it is committed. */
function writeAtOnce(to: ServerResponse, text: string): boolean {
  to.socket?.cork();
  const isTaken = to.write(text);
  to.socket?.uncork();
  return isTaken;
}

/** Announcements of changes, none of which is missed between two looks. */
function newsFor(to: ServerResponse): { arrive: () => Promise<boolean>; stop: () => void } {
  let hasNews = false;
  let wake: (() => void) | undefined;
  const stopListening = onChange(() => {
    hasNews = true;
    wake?.();
  });
  const onClose = () => wake?.();
  to.once('close', onClose);
  return {
    /** Waits for an announcement or the next heartbeat. Resolves to whether there was one. */
    arrive: async () => {
      if (!hasNews) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, HEARTBEAT_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          if (to.destroyed) wake();
        });
      }
      const had = hasNews;
      hasNews = false;
      return had;
    },
    stop: () => {
      stopListening();
      to.off('close', onClose);
    },
  };
}
