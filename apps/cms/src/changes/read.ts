import { CHANGES } from '../database/public-tables';
import { rows, type Reading } from '../database/query';

import type { Cursor } from './cursor';
import { toChange, type Change, type ChangeRow } from './feed';
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
export function* readChanges(after: Cursor | null, limit: number): Reading<Part> {
  const history = historyId();
  const isRestart = after !== null && (after.history !== history || after.position > (yield* endPosition()));
  const from = after === null || isRestart ? 0 : after.position;
  const found = yield* rows<ChangeRow>({
    sql: `SELECT * FROM ${CHANGES} WHERE position > ? ORDER BY position LIMIT ?`,
    bindings: [from, limit + 1],
  });
  const changes = found.slice(0, limit).map(toChange);
  return {
    changes,
    cursor: { history, position: changes.at(-1)?.position ?? from },
    hasMore: found.length > limit,
    isRestart,
  };
}

/** The position of the latest change; 0 before the first. */
export function* endPosition(): Reading<number> {
  const [last] = yield* rows<{ position: number | string | null }>({
    sql: `SELECT max(position) AS position FROM ${CHANGES}`,
    bindings: [],
  });
  return Number(last?.position ?? 0);
}

/** The end of the feed at this moment. */
export function* endOfFeed(): Reading<Cursor> {
  return { history: historyId(), position: yield* endPosition() };
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
