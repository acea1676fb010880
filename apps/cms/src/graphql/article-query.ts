import { ARTICLES, REFERENCES } from '../database/public-tables';
import { rows, type Reading } from '../database/query';
import { kinds } from '../publishing/kinds';

import { badInput } from './bad-input';
import type { Slice } from './pagination';

interface TextFilter {
  eq?: string | null;
  in?: string[] | null;
}

interface Listed {
  document_id: string;
}

interface InstantFilter {
  gt?: string | null;
  gte?: string | null;
  lt?: string | null;
  lte?: string | null;
}

export interface ArticleFilters {
  documentId?: TextFilter | null;
  slug?: TextFilter | null;
  category?: TextFilter | null;
  evidence?: TextFilter | null;
  author?: TextFilter | null;
  reviewer?: TextFilter | null;
  source?: TextFilter | null;
  firstPublishedAt?: InstantFilter | null;
  updatedAt?: InstantFilter | null;
}

const articles = () => strapi.db.connection(ARTICLES);
type Query = ReturnType<typeof articles>;
/** Narrows a query down to what was asked for. */
type Condition = (query: Query) => void;

const MOST_VALUES = 100;

/** The values that satisfy a filter; null if all do. */
function valuesOf(filter: TextFilter | null | undefined): string[] | null {
  if (filter?.in && filter.in.length > MOST_VALUES) throw badInput(`A filter takes at most ${MOST_VALUES} values.`);
  if (filter?.eq != null) return filter.in == null || filter.in.includes(filter.eq) ? [filter.eq] : [];
  return filter?.in ?? null;
}

/** A list of one value is compared as one, so that an index keeps its order. */
function whereOneOf(query: Query, column: string, values: string[]): void {
  const [only] = values;
  void (values.length === 1 && only !== undefined ? query.where(column, only) : query.whereIn(column, values));
}

const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

function whereInstant(query: Query, column: string, filter: InstantFilter): void {
  for (const [name, operator] of Object.entries(operators)) {
    const value = filter[name as keyof InstantFilter];
    if (value != null) void query.where(column, operator, Date.parse(value));
  }
}

/** The documents that addresses or keys stand for. */
function* documentsWith(kind: 'category' | 'contributor' | 'source', values: string[]): Reading<string[]> {
  const { table, key } = kinds[kind];
  const found = yield* rows<Listed>(strapi.db.connection(table).whereIn(key.column, values).select('document_id'));
  return found.map(({ document_id }) => document_id);
}

/** The contract's filters. Only what is listed here can be asked about. */
function* conditionsOf(filters: ArticleFilters): Reading<Condition[]> {
  const conditions: Condition[] = [];
  for (const [column, filter] of [
    ['document_id', filters.documentId],
    ['slug', filters.slug],
    ['evidence', filters.evidence],
  ] as const) {
    const values = valuesOf(filter)?.map((value) => (column === 'evidence' ? value.toLowerCase() : value));
    if (values)
      conditions.push((query) => {
        whereOneOf(query, column, values);
      });
  }
  for (const [column, kind, filter] of [
    ['category_id', 'category', filters.category],
    ['author_id', 'contributor', filters.author],
    ['reviewer_id', 'contributor', filters.reviewer],
  ] as const) {
    const values = valuesOf(filter);
    const documents = values && (yield* documentsWith(kind, values));
    if (documents)
      conditions.push((query) => {
        whereOneOf(query, column, documents);
      });
  }
  const keys = valuesOf(filters.source);
  const sources = keys && (yield* documentsWith('source', keys));
  if (sources)
    conditions.push((query) => {
      whereCiting(query, sources);
    });
  for (const [column, filter] of [
    ['first_published_at', filters.firstPublishedAt],
    ['updated_at', filters.updatedAt],
  ] as const) {
    if (filter)
      conditions.push((query) => {
        whereInstant(query, column, filter);
      });
  }
  return conditions;
}

function whereCiting(query: Query, sources: string[]): void {
  const citing = strapi.db.connection(REFERENCES).where({ target_type: 'source', type: 'article' }).whereIn('target', sources);
  void query.whereIn('document_id', citing.select('document_id'));
}

/** The column of each key that lists may be sorted by: a Map, which has no inherited keys such as `constructor`. */
const sortable = new Map([
  ['firstPublishedAt', 'first_published_at'],
  ['updatedAt', 'updated_at'],
  ['title', 'title'],
  ['slug', 'slug'],
]);

interface SortKey {
  column: string;
  order: 'asc' | 'desc';
}

/**
 * The contract's sort; ties are broken by documentId, so that pages never repeat or lose an entry.
 * @throws {GraphQLError} naming what may be sorted by
 */
function toSort(sort: readonly string[] | null | undefined): SortKey[] {
  const keys = (sort ?? ['firstPublishedAt:desc']).map((key): SortKey => {
    const [field = '', order = 'asc'] = key.split(':');
    const column = sortable.get(field);
    if (column === undefined || (order !== 'asc' && order !== 'desc')) {
      throw badInput(`Cannot sort by this key. Use ${[...sortable.keys()].join(', ')}, each with :asc or :desc.`);
    }
    return { column, order };
  });
  if (keys.length > sortable.size) throw badInput(`Sort by at most ${sortable.size} keys.`);
  return [...keys, { column: 'document_id', order: keys.at(-1)?.order ?? 'asc' }];
}

/** A part of the list of published articles: their documentIds, in order. */
export function* listArticles(
  filters: ArticleFilters | null | undefined,
  sort: readonly string[] | null | undefined,
  { start, limit }: Slice,
): Reading<string[]> {
  const query = articles().orderBy(toSort(sort)).limit(limit).offset(start);
  for (const apply of yield* conditionsOf(filters ?? {})) apply(query);
  const found = yield* rows<Listed>(query.select('document_id'));
  return found.map(({ document_id }) => document_id);
}

/** How many published articles satisfy the filters. */
export function* countArticles(filters: ArticleFilters | null | undefined): Reading<number> {
  const query = articles();
  for (const apply of yield* conditionsOf(filters ?? {})) apply(query);
  const [counted] = yield* rows<{ total: number | string }>(query.count('* as total'));
  return Number(counted?.total ?? 0);
}

/** The published article at an address: its documentId, if there is one. */
export function* articlesAt(slug: string): Reading<string[]> {
  const found = yield* rows<Listed>({ sql: `SELECT document_id FROM ${ARTICLES} WHERE slug = ?`, bindings: [slug] });
  return found.map(({ document_id }) => document_id);
}

/** How many published articles satisfy the filters, by the value of a column. */
export function* countArticlesBy(
  column: 'category_id' | 'evidence',
  filters: ArticleFilters,
): Reading<{ value: string; count: number }[]> {
  const query = articles().whereNotNull(column).groupBy(column);
  for (const apply of yield* conditionsOf(filters)) apply(query);
  const counted = yield* rows<{ value: string; count: number | string }>(query.select(`${column} as value`).count('* as count'));
  return counted.map(({ value, count }) => ({ value, count: Number(count) }));
}

interface Beside {
  older: string | null;
  newer: string | null;
}

/**
 * The published articles on either side of the one at an address, by first publication, within its category or among all where it has none:
 * their documentIds. Null if none stands there. Those of one instant, as published in bulk, stand in the order of their addresses.
 */
export function* articlesBeside(slug: string): Reading<Beside | null> {
  const [at] = yield* rows<{ category_id: string | null; first_published_at: number | string }>(
    articles().where({ slug }).select('category_id', 'first_published_at'),
  );
  if (!at) return null;
  const instant = Number(at.first_published_at);
  const nearest = function* (operator: '<' | '>', order: 'asc' | 'desc'): Reading<string | null> {
    const query = articles()
      .where('first_published_at', `${operator}=`, instant)
      .where((one) => void one.where('first_published_at', operator, instant).orWhere('slug', operator, slug))
      .orderBy([
        { column: 'first_published_at', order },
        { column: 'slug', order },
      ])
      .limit(1);
    if (at.category_id !== null) whereOneOf(query, 'category_id', [at.category_id]);
    const [found] = yield* rows<Listed>(query.select('document_id'));
    return found?.document_id ?? null;
  };
  return { older: yield* nearest('<', 'desc'), newer: yield* nearest('>', 'asc') };
}
