import type { Core } from '@strapi/strapi';

import { announceChanges } from '../changes/announce';
import { openHistory } from '../changes/history';
import { isSqlite } from '../database/dialect';
import { dropDerivedTables, CHANGES, ensurePublicTables, PUBLIC_TABLES_VERSION } from '../database/public-tables';
import { env } from '../env';
import { engineFor } from '../search/engine';
import { report } from '../setup/report';

import { kinds, usersFirst, type Ref } from './kinds';
import { findOutdated } from './outdated';
import { Settlement } from './settlement';
import { inTurn, type Transaction } from './turn';

const MARK = { type: 'plugin', name: 'clinic', key: 'public-tables' } as const;
const PART = 50;
/** The number under which PostgreSQL keeps the lock; any constant of our own. */
const REBUILD = 7_370_216;

/**
 * Makes the tables and fills them as far as they differ from the content: after an upgrade, an import or anything else that wrote past the
 * document service. With nothing to do it takes a few statements. What no row's number or date betrays it cannot notice; asked for by
 * `REBUILD_INDEX`, it makes everything anew and lets every reader of the feed begin again.
 */
export async function catchUp(strapi: Core.Strapi): Promise<void> {
  await alone(strapi, async () => {
    const isNew = await ensurePublicTables(strapi);
    const { REBUILD_INDEX: isAsked } = env();
    await openHistory(strapi, { anew: isAsked });
    if (isNew || isAsked || !(await isFilled(strapi))) {
      const documents = await fillAnew(strapi);
      if (isAsked) report({ event: 'index-rebuilt', documents });
      return;
    }
    const outdated = await findOutdated(strapi.db.connection);
    if (outdated.length === 0) return;
    strapi.log.info(
      `The content was changed from outside in ${outdated.length} places: lists, search and the change feed follow.`,
    );
    await settleAll(strapi, outdated);
  });
}

/**
 * Makes every derived table anew from the content. The change feed keeps its positions and tombstones, so that every reader, with any
 * cursor, ends with what is public. Cut short, it is done again by the next start.
 * @returns how many documents were looked at
 */
async function fillAnew(strapi: Core.Strapi): Promise<number> {
  const { connection } = strapi.db;
  const engine = engineFor(strapi);
  await strapi.store(MARK).set({ value: { version: 0 } });
  await dropDerivedTables(connection);
  await engine.drop(connection);
  await ensurePublicTables(strapi);
  await engine.create(connection);
  const refs = await everyDocument(connection);
  await settleAll(strapi, refs);
  await strapi.store(MARK).set({ value: { version: PUBLIC_TABLES_VERSION, site: env().SITE_URL } });
  return refs.length;
}

async function isFilled(strapi: Core.Strapi): Promise<boolean> {
  const mark = (await strapi.store(MARK).get({})) as { version?: number; site?: string } | null;
  // Finished documents and references hold addresses of the site.
  return mark?.version === PUBLIC_TABLES_VERSION && mark.site === env().SITE_URL;
}

/** Lets one CMS do this while others on the same database wait; SQLite has only one. */
async function alone<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> {
  if (isSqlite(strapi)) return work();
  const { connection } = strapi.db;
  return connection.transaction(async (lock) => {
    await lock.raw('SELECT pg_advisory_xact_lock(?)', [REBUILD]);
    // PostgreSQL ends a transaction in which nothing happens for long.
    const alive = setInterval(() => void lock.raw('SELECT 1').catch(() => undefined), 5_000);
    try {
      return await work();
    } finally {
      clearInterval(alive);
    }
  });
}

async function settleAll(strapi: Core.Strapi, refs: Ref[]): Promise<void> {
  for (let i = 0; i < refs.length; i += PART) {
    await inTurn(strapi, async ({ trx, onCommit }) => {
      const settlement = new Settlement(strapi, trx);
      await settlement.settle(refs.slice(i, i + PART), false);
      if (settlement.feed.hasWritten) await announceChanges(strapi, trx, onCommit);
    });
  }
}

/** Every document that is or was public. */
async function everyDocument(knex: Transaction): Promise<Ref[]> {
  const refs: Ref[] = [];
  for (const type of usersFirst) {
    const { table } = kinds[type];
    const stored = knex(table).select('document_id');
    if (kinds[type].hasDrafts) void stored.whereNotNull('published_at');
    const known = knex(CHANGES).where({ type }).select('document_id');
    const rows = (await stored.union(known)) as { document_id: string }[];
    refs.push(...rows.map(({ document_id }) => ({ type, documentId: document_id })));
  }
  return refs;
}
