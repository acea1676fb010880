import { toSlice, type PaginationArg } from './pagination';

type Row = Record<string, unknown>;

const isPublished = { publishedAt: { $notNull: true } };

/** The public part of each kind of content that has no drafts of its own. */
const lists = {
  category: { uid: 'api::category.category', sort: [{ order: 'asc' }, { name: 'asc' }], key: 'slug', filters: {} },
  contributor: {
    uid: 'api::contributor.contributor',
    sort: [{ name: 'asc' }, { documentId: 'asc' }],
    key: 'slug',
    filters: { $or: [{ written: isPublished }, { reviewed: isPublished }] },
    populate: { portrait: true },
  },
  source: { uid: 'api::source.source', sort: [{ citationKey: 'asc' }], key: 'citationKey', filters: { articles: isPublished } },
  glossaryTerm: {
    uid: 'api::glossary-term.glossary-term',
    sort: [{ term: 'asc' }, { documentId: 'asc' }],
    key: 'slug',
    filters: {},
  },
} as const;

type Kind = keyof typeof lists;

async function query(kind: Kind, filters: Row, slice: { start: number; limit: number }): Promise<Row[]> {
  const list = lists[kind];
  const rows = await strapi.documents(list.uid).findMany({
    ...slice,
    sort: list.sort,
    filters: { $and: [list.filters, filters] },
    ...('populate' in list && { populate: list.populate }),
  } as never);
  return rows;
}

/** A part of the public entries of a kind, in their usual order. */
export async function listOf(kind: Kind, pagination: PaginationArg | null | undefined): Promise<Row[]> {
  return query(kind, {}, toSlice(pagination));
}

/** The public entry of a kind that has this key (slug, citation key), or null. */
export async function oneOf(kind: Kind, key: string): Promise<Row | null> {
  const [row] = await query(kind, { [lists[kind].key]: { $eq: key } }, { start: 0, limit: 1 });
  return row ?? null;
}
