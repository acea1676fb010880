import type { Core } from '@strapi/strapi';

import { isSqlite } from '../database/dialect';

/** A query builder that is bound to the open transaction. */
export type Transaction = Core.Strapi['db']['connection'];

/** The number under which PostgreSQL keeps the turn; any constant of our own. */
const TURN = 7_370_215;

let last: Promise<unknown> = Promise.resolve();

/** Runs one thing after the other within this process, so that those who wait hold no database connection. */
function queued<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
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
      if (!isSqlite(strapi)) await turn.trx.raw('SELECT pg_advisory_xact_lock(?)', [TURN]);
      return work(turn);
    });
  return strapi.db.inTransaction() ? transact() : queued(transact);
}
