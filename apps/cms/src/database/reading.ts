import type { Core } from '@strapi/strapi';

import type { Transaction } from '../publishing/turn';

import { isSqlite } from './dialect';
import { toSql, type Query, type Reading } from './query';
import { snapshotsOf } from './snapshots';

/**
 * Reads several things as they were at one moment. Publishing replaces what is read, so two questions outside of this could meet the old
 * article and the new one. SQLite answers at once, on a connection that only reads and never waits for those who write; PostgreSQL later.
 */
export function reading<T>(strapi: Core.Strapi, read: () => Reading<T>): T | Promise<T> {
  if (isSqlite(strapi)) return snapshotsOf(strapi).read(read());
  return readingAtOnce(strapi, async (trx) => {
    const asked = read();
    let step = asked.next();
    while (step.done !== true) step = asked.next(await answered(trx, step.value));
    return step.value;
  });
}

async function answered(trx: Transaction, query: Query): Promise<unknown[]> {
  const { sql, bindings } = toSql(query);
  // Knex counts parameters by itself.
  const { rows: found } = await trx.raw<{ rows: unknown[] }>(sql.replaceAll(/\$\d+/g, '?'), bindings as never);
  return found;
}

/** The same for what takes its time and goes through Strapi: one transaction that sees one moment. */
export function readingAtOnce<T>(strapi: Core.Strapi, read: (trx: Transaction) => Promise<T>): Promise<T> {
  const isNested = strapi.db.inTransaction();
  const transact = async (): Promise<T> =>
    strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
      if (!isNested && !isSqlite(strapi)) await trx.raw('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      return read(trx);
    });
  return transact();
}
