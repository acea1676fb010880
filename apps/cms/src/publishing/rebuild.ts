import type { Core } from '@strapi/strapi';

import { announceChanges } from '../changes/announce';
import { openHistory } from '../changes/history';
import { dropDerivedTables, CHANGES, ensurePublicTables, PUBLIC_TABLES_VERSION } from '../database/public-tables';

import { kinds, usersFirst, type Ref } from './kinds';
import { findOutdated } from './outdated';
import { Settlement } from './settlement';
import { inTurn, type Transaction } from './turn';

const MARK = { type: 'plugin', name: 'clinic', key: 'public-tables' } as const;
const PART = 50;

/**
 * Makes the tables and fills them as far as they differ from the content: after an upgrade, an import or anything else that wrote past the
 * document service. With nothing to do it takes a few statements.
 */
export async function catchUp(strapi: Core.Strapi): Promise<void> {
  const { connection } = strapi.db;
  const isNew = await ensurePublicTables(connection);
  await openHistory(strapi);
  const mark = (await strapi.store(MARK).get({})) as { version?: number } | null;
  if (isNew || mark?.version !== PUBLIC_TABLES_VERSION) {
    await rebuild(strapi);
    return;
  }
  const outdated = await findOutdated(connection);
  if (outdated.length === 0) return;
  strapi.log.info(
    `The content was changed from outside in ${outdated.length} places; bringing lists, search and the change feed in step.`,
  );
  await settleAll(strapi, outdated);
}

/**
 * Makes every derived table anew from the content. The change feed keeps its positions and tombstones, so that every reader, with any
 * cursor, ends with what is public.
 * @returns how many documents were looked at
 */
async function rebuild(strapi: Core.Strapi): Promise<number> {
  const { connection } = strapi.db;
  await dropDerivedTables(connection);
  await ensurePublicTables(connection);
  const refs = await everyDocument(connection);
  await settleAll(strapi, refs);
  await strapi.store(MARK).set({ value: { version: PUBLIC_TABLES_VERSION } });
  return refs.length;
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
