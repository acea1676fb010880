import type { Core } from '@strapi/strapi';

import type { Transaction } from '../publishing/turn';

import { isSqlite } from './dialect';

/**
 * Reads several things as they were at one moment. Publishing replaces rows, so two statements outside of this could meet the old article
 * and the new one, or an article without its text.
 */
export function readingAtOnce<T>(strapi: Core.Strapi, read: (trx: Transaction) => Promise<T>): Promise<T> {
  const isNested = strapi.db.inTransaction();
  const transact = async (): Promise<T> =>
    strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
      if (!isNested && !isSqlite(strapi)) await trx.raw('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      return read(trx);
    });
  return transact();
}
