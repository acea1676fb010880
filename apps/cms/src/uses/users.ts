import type { Core } from '@strapi/strapi';

import { addressOf, isAddressed } from '../contract/addresses';
import { REFERENCES } from '../database/public-tables';
import { worksOfSource } from '../editorial/rules/links';
import { kinds, type Kind, type Ref } from '../publishing/kinds';
import type { Reference } from '../publishing/references';
import type { Transaction } from '../publishing/turn';

import type { Target } from './places';

/** So many documents are looked at; whoever has more knows enough. */
export const MOST_USERS = 50;

const ARTICLE = kinds.article.uid;

/** The fields of an article by which drafts and published versions refer to a kind of document. */
const relations: Partial<Record<Kind, string[]>> = {
  category: ['category'],
  contributor: ['author', 'reviewer'],
  source: ['sources'],
};

/** A used document and what it is known by. */
export interface Used extends Target {
  kind: Kind;
  name: string;
}

interface Row {
  documentId: string;
  slug?: string;
  name?: string;
  title?: string;
  term?: string;
  citationKey?: string;
  doi?: string | null;
  hash?: string;
  ext?: string | null;
}

/** Everything by which a document can be referred to; null if there is none. */
export async function usedDocument(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<Used | null> {
  const row = (await strapi.db.query(kinds[kind].uid).findOne({ where: { documentId } })) as Row | null;
  return row && usedRow(kind, row);
}

export function usedRow(kind: Kind, row: Row): Used {
  const { documentId, citationKey, doi = null, hash, ext } = row;
  const slug = kind === 'media' ? `${hash ?? ''}${ext ?? ''}` : kind === 'source' ? citationKey : row.slug;
  return {
    kind,
    documentId,
    name: row.name ?? row.title ?? row.term ?? documentId,
    addresses: isAddressed(kind) && slug !== undefined ? [addressOf(kind, slug)] : [],
    works: citationKey === undefined ? [] : worksOfSource({ citationKey, doi }),
  };
}

/**
 * The documents that use this one: those that were chosen to, as drafts or published, and published ones whose texts lead to it. No more
 * than a few beyond {@link MOST_USERS}.
 */
export async function usersOf(strapi: Core.Strapi, trx: Transaction, used: Used): Promise<Ref[]> {
  const found = [
    ...(used.kind === 'media' ? await showing(trx, used.documentId) : await choosing(strapi, used)),
    ...(await leading(trx, used)),
  ];
  const others = found.filter(({ type, documentId }) => type !== used.kind || documentId !== used.documentId);
  return [...new Map(others.map((ref) => [`${ref.type} ${ref.documentId}`, ref])).values()];
}

async function choosing(strapi: Core.Strapi, { kind, documentId }: Used): Promise<Ref[]> {
  const fields = relations[kind] ?? [];
  if (fields.length === 0) return [];
  const rows = (await strapi.db.query(ARTICLE).findMany({
    select: ['documentId'],
    where: { $or: fields.map((field) => ({ [field]: { documentId } })) } as never,
    orderBy: { updatedAt: 'desc' },
    // A draft and a published version each.
    limit: 2 * MOST_USERS + 2,
  })) as { documentId: string }[];
  return rows.map((row): Ref => ({ type: 'article', documentId: row.documentId }));
}

async function leading(trx: Transaction, { addresses, works }: Used): Promise<Ref[]> {
  const targets = (type: Reference['type'], words: string[]) =>
    trx(REFERENCES)
      .where({ target_type: type })
      .whereIn('target', words)
      .orderBy(['type', 'document_id'])
      .limit(2 * MOST_USERS)
      .select<{ type: Kind; document_id: string }[]>('type', 'document_id');
  const rows = [...(await targets('path', addresses)), ...(await targets('work', works))];
  return rows.map((row): Ref => ({ type: row.type, documentId: row.document_id }));
}

/** Which documents show a file, themselves or in one of their blocks. */
async function showing(trx: Transaction, documentId: string): Promise<Ref[]> {
  const rows = await trx('files_related_mph')
    .join('files', 'files.id', 'files_related_mph.file_id')
    .where({ 'files.document_id': documentId })
    .limit(2 * MOST_USERS)
    .select<{ related_type: string; related_id: number }[]>('related_type', 'related_id');
  const ids = (uid: string) => rows.flatMap(({ related_type, related_id }) => (related_type === uid ? [related_id] : []));
  const inBlocks = await trx('articles_cmps')
    .where((either) => {
      for (const component of ['body.figure', 'shared.seo'])
        void either.orWhere((part) => void part.where({ component_type: component }).whereIn('cmp_id', ids(component)));
    })
    .select<{ entity_id: number }[]>('entity_id');
  return [
    ...(await refsOf(trx, 'article', [...ids(ARTICLE), ...inBlocks.map(({ entity_id }) => entity_id)])),
    ...(await refsOf(trx, 'contributor', ids(kinds.contributor.uid))),
  ];
}

async function refsOf(trx: Transaction, type: 'article' | 'contributor', ids: number[]): Promise<Ref[]> {
  const rows = await trx(kinds[type].table).whereIn('id', ids).select<{ document_id: string }[]>('document_id');
  return rows.map((row): Ref => ({ type, documentId: row.document_id }));
}
