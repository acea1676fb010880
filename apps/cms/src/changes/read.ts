import { CHANGES } from '../database/public-tables';
import type { Transaction } from '../publishing/turn';

import type { Cursor } from './cursor';
import { lastPosition, toChange, type Change, type ChangeRow } from './feed';
import { historyId } from './history';

/** What a reader with a certain cursor has to learn. */
export interface Part {
  changes: Change[];
  /** Where this part ends. */
  cursor: Cursor;
  hasMore: boolean;
  /** Whether the reader's cursor means nothing here, so that the part begins at the beginning. */
  isRestart: boolean;
}

/** Reads on from a cursor, or from the beginning. */
export async function readChanges(knex: Transaction, after: Cursor | null, limit: number): Promise<Part> {
  const history = historyId();
  const isRestart = after !== null && (after.history !== history || after.position > (await lastPosition(knex)));
  const from = after === null || isRestart ? 0 : after.position;
  const rows = await knex(CHANGES)
    .where('position', '>', from)
    .orderBy('position')
    .limit(limit + 1)
    .select<ChangeRow[]>('*');
  const changes = rows.slice(0, limit).map(toChange);
  return {
    changes,
    cursor: { history, position: changes.at(-1)?.position ?? from },
    hasMore: rows.length > limit,
    isRestart,
  };
}

/** The end of the feed at this moment. */
export async function endOfFeed(knex: Transaction): Promise<Cursor> {
  return { history: historyId(), position: await lastPosition(knex) };
}

/** What a change means to a reader who has seen everything up to `since`. */
export function actionSince(
  { isLive, publishedPosition, movedPosition }: Change,
  since: number,
): 'published' | 'updated' | 'moved' | 'withdrawn' {
  if (!isLive) return 'withdrawn';
  if (publishedPosition > since) return 'published';
  return movedPosition > since ? 'moved' : 'updated';
}
