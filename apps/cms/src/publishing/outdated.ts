import { CHANGES, REFERENCES } from '../database/public-tables';

import { kinds, usersFirst, type Kind, type Ref } from './kinds';
import type { Transaction } from './turn';

interface Stored {
  document_id: string;
  stored_at: string | number | Date;
  row_id: number | string | null;
  version: number | string | null;
  id: number | string;
}

/** Documents whose public version is not the one that the change feed last told of: somebody wrote past the document service. */
export async function findOutdated(knex: Transaction): Promise<Ref[]> {
  const refs: Ref[] = [];
  for (const type of usersFirst) {
    const ids = [...(await changedOf(knex, type)), ...(await goneOf(knex, type))];
    refs.push(...ids.map((documentId) => ({ type, documentId })));
  }
  return refs;
}

/** Public documents that the feed does not know, or knows in another version. Publishing makes a new row, saving moves its date. */
async function changedOf(knex: Transaction, type: Kind): Promise<string[]> {
  const { table, hasDrafts, onlyIfUsed } = kinds[type];
  const query = knex(`${table} as content`)
    .leftJoin(`${CHANGES} as feed`, (on) => {
      void on.on('feed.document_id', 'content.document_id').andOnVal('feed.type', type).andOnVal('feed.is_live', true);
    })
    .select('content.document_id', 'content.id', 'content.updated_at as stored_at', 'feed.row_id', 'feed.version');
  if (hasDrafts) {
    void query.whereNotNull('content.published_at').where((other) => {
      void other.whereNull('feed.row_id').orWhereRaw('feed.row_id <> content.id');
    });
  }
  if (onlyIfUsed) {
    const used = knex(REFERENCES).select(knex.raw('1')).where('target_type', type).whereRaw(`target = content.document_id`);
    void query.whereExists(used);
  }
  const rows = (await query) as Stored[];
  return rows.filter((row) => hasDrafts || !isKnown(row)).map(({ document_id }) => document_id);
}

function isKnown({ id, row_id, version, stored_at }: Stored): boolean {
  return row_id !== null && Number(row_id) === Number(id) && Number(version) === new Date(stored_at).getTime();
}

/** Documents that the feed calls public and that are not there any more. */
async function goneOf(knex: Transaction, type: Kind): Promise<string[]> {
  const { table, hasDrafts } = kinds[type];
  const content = knex(`${table} as content`).select(knex.raw('1')).whereRaw('content.document_id = feed.document_id');
  if (hasDrafts) void content.whereNotNull('content.published_at');
  const rows = await knex(`${CHANGES} as feed`)
    .where({ 'feed.type': type, 'feed.is_live': true })
    .whereNotExists(content)
    .select<{ document_id: string }[]>('feed.document_id');
  return rows.map(({ document_id }) => document_id);
}
