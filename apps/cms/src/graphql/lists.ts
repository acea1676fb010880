import type { Document } from '../contract/documents';
import { CHANGES } from '../database/public-tables';
import { rows, type Reading } from '../database/query';
import { reading } from '../database/reading';
import { kinds } from '../publishing/kinds';

import { noteDocuments, noteKinds } from './answers/tags';
import { documentsInOrder } from './documents';
import { toSlice, type PaginationArg } from './pagination';

/** The usual order of each kind of content that has no drafts, by column. */
const orders = {
  category: ['order', 'name', 'document_id'],
  contributor: ['name', 'document_id'],
  source: ['citation_key', 'document_id'],
  glossaryTerm: ['term', 'document_id'],
};

/** A kind of content without drafts that has a list of its own. */
export type ListedKind = keyof typeof orders;

interface Listed {
  document_id: string;
}

const isThere = (document: Document | null): document is Document => document !== null;

/** The public entries of a kind; contributors and sources are public only while a published article uses them. */
function publicEntries(kind: ListedKind) {
  const { connection } = strapi.db;
  return connection(`${kinds[kind].table} as entry`)
    .join(`${CHANGES} as feed`, (on) => {
      void on.on('feed.document_id', 'entry.document_id').andOnVal('feed.type', kind).andOnVal('feed.is_live', true);
    })
    .select('entry.document_id');
}

const idsOf = (found: Listed[]) => found.map(({ document_id }) => document_id);

/** A part of the public entries of a kind, in their usual order. */
export function listOf(kind: ListedKind, pagination: PaginationArg | null | undefined): Document[] | Promise<Document[]> {
  const { start, limit } = toSlice(pagination);
  noteKinds(kind);
  return reading(strapi, function* () {
    const ordered = publicEntries(kind).orderBy(orders[kind].map((column) => `entry.${column}`));
    const ids = idsOf(yield* rows<Listed>(ordered.limit(limit).offset(start)));
    return (yield* documentsInOrder(kind, ids)).filter(isThere);
  });
}

/** The public entry of a kind that has this key (slug, citation key), or null. */
export function oneOf(kind: ListedKind, key: string): Document | null | Promise<Document | null> {
  return reading(strapi, function* (): Reading<Document | null> {
    const ids = idsOf(yield* rows<Listed>(publicEntries(kind).where(`entry.${kinds[kind].key.column}`, key).limit(1)));
    const [document] = yield* documentsInOrder(kind, ids);
    if (document) noteDocuments(kind, [document.documentId]);
    else noteKinds(kind);
    return document ?? null;
  });
}
