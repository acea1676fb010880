import type { Core } from '@strapi/strapi';

import { isSqlite } from '../database/dialect';
import { CHANGES } from '../database/public-tables';

/** A query builder that is bound to the open transaction. */
export type Transaction = Core.Strapi['db']['connection'];

/** The number under which PostgreSQL keeps the turn; any constant of our own. */
const TURN = 7_370_215;

/** A position that no change has. */
const BEFORE_ALL = 0;

let last: Promise<unknown> = Promise.resolve();

/** Runs one thing after the other within this process, so that those who wait hold no database connection. */
function queued<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}

/**
 * Waits until nobody else writes. SQLite waits only for what a transaction begins with: one that has read before it writes is refused at
 * once, however short the other would have kept it.
 */
async function take(strapi: Core.Strapi, trx: Transaction): Promise<void> {
  if (isSqlite(strapi)) await trx(CHANGES).where({ position: BEFORE_ALL }).delete();
  else await trx.raw('SELECT pg_advisory_xact_lock(?)', [TURN]);
}

/** What a turn keeps while it lasts. */
export interface Turn {
  trx: Transaction;
  onCommit: (callback: () => void) => void;
}

/**
 * Runs a piece of writing as one transaction, one at a time across every CMS on this database: what it checks stays true until it commits,
 * and positions in the change feed follow the order of commits. Inside an open transaction it joins that one.
 */
export function inTurn<T>(strapi: Core.Strapi, work: (turn: Turn) => Promise<T>): Promise<T> {
  const transact = async (): Promise<T> =>
    strapi.db.transaction(async (turn: Turn) => {
      await take(strapi, turn.trx);
      return work(turn);
    });
  return strapi.db.inTransaction() ? transact() : queued(transact);
}
