import { CHANGES } from '../database/public-tables';
import { readingAtOnce } from '../database/reading';
import { kinds } from '../publishing/kinds';
import type { Transaction } from '../publishing/turn';

import { noteDocuments, noteKinds } from './answers/tags';
import { toSlice, type PaginationArg } from './pagination';

type Row = Record<string, unknown> & { documentId: string };

/** The usual order of each kind of content that has no drafts, by column, and what to populate. */
const lists = {
  category: { order: ['order', 'name', 'document_id'], populate: [] },
  contributor: { order: ['name', 'document_id'], populate: ['portrait'] },
  source: { order: ['citation_key', 'document_id'], populate: [] },
  glossaryTerm: { order: ['term', 'document_id'], populate: [] },
};

/** A kind of content without drafts that has a list of its own. */
export type ListedKind = keyof typeof lists;

/** The public entries of a kind; contributors and sources are public only while a published article uses them. */
function publicEntries(trx: Transaction, kind: ListedKind) {
  return trx(`${kinds[kind].table} as entry`).join(`${CHANGES} as feed`, (on) => {
    void on.on('feed.document_id', 'entry.document_id').andOnVal('feed.type', kind).andOnVal('feed.is_live', true);
  });
}

async function load(kind: ListedKind, ids: string[]): Promise<(Row | null)[]> {
  if (ids.length === 0) return [];
  const { populate } = lists[kind];
  const rows = (await strapi.db.query(kinds[kind].uid).findMany({ where: { documentId: { $in: ids } }, populate })) as Row[];
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

async function loadAll(kind: ListedKind, rows: { document_id: string }[]): Promise<Row[]> {
  const loaded = await load(
    kind,
    rows.map(({ document_id }) => document_id),
  );
  return loaded.filter((row) => row !== null);
}

/** A part of the public entries of a kind, in their usual order. */
export function listOf(kind: ListedKind, pagination: PaginationArg | null | undefined): Promise<Row[]> {
  const { start, limit } = toSlice(pagination);
  noteKinds(kind);
  return readingAtOnce(strapi, async (trx) => {
    const ordered = publicEntries(trx, kind).orderBy(lists[kind].order.map((column) => `entry.${column}`));
    return loadAll(kind, await ordered.limit(limit).offset(start).select<{ document_id: string }[]>('entry.document_id'));
  });
}

/** The public entry of a kind that has this key (slug, citation key), or null. */
export function oneOf(kind: ListedKind, key: string): Promise<Row | null> {
  return readingAtOnce(strapi, async (trx) => {
    const found = publicEntries(trx, kind).where(`entry.${kinds[kind].key.column}`, key).limit(1);
    const [row] = await loadAll(kind, await found.select<{ document_id: string }[]>('entry.document_id'));
    if (row) noteDocuments(kind, [row.documentId]);
    else noteKinds(kind);
    return row ?? null;
  });
}

/** Public entries by documentId, in the order given; null for those that are not public. */
export function entriesById(kind: ListedKind, ids: readonly string[]): Promise<(Row | null)[]> {
  noteDocuments(kind, ids);
  return readingAtOnce(strapi, async (trx) => {
    const found = publicEntries(trx, kind).whereIn('entry.document_id', ids);
    const rows = await loadAll(kind, await found.select<{ document_id: string }[]>('entry.document_id'));
    const byId = new Map(rows.map((row) => [row.documentId, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
