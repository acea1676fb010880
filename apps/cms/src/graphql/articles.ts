import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';

import { bodyPopulate } from '../contract/body';
import { readingAtOnce } from '../database/reading';

import { noteDocuments, noteKinds } from './answers/tags';
import { countArticles, listArticles, type ArticleFilters } from './article-query';
import { needed } from './article-texts';
import { pageInfo, toSlice, type PaginationArg } from './pagination';
import { below, requestedFields, type Requested } from './requested';

const UID = 'api::article.article';

/** A published article, as stored, with what the query asked for. */
export type ArticleRow = Record<string, unknown> & { documentId: string; slug: string };

export interface ListArgs {
  filters?: ArticleFilters | null;
  pagination?: PaginationArg | null;
  sort?: string[] | null;
}

const populates: Record<string, unknown> = {
  category: true,
  cover: true,
  keyTakeaways: true,
  body: bodyPopulate,
  sources: true,
  author: { populate: { portrait: true } },
  reviewer: { populate: { portrait: true } },
  seo: { populate: { shareImage: true } },
};

/** One statement per relation asked for, however many articles come back. */
function populateFor(requested: Requested): Record<string, unknown> {
  const names = [...requested.keys()].flatMap((name) => [name, ...(needed[name] ?? [])]);
  return Object.fromEntries(names.flatMap((name) => (name in populates ? [[name, populates[name]]] : [])));
}

/** The published articles that satisfy a condition, in no order. */
async function find(requested: Requested, where: Record<string, unknown>): Promise<ArticleRow[]> {
  const rows = (await strapi.db
    .query(UID)
    .findMany({ where: { ...where, publishedAt: { $notNull: true } }, populate: populateFor(requested) })) as ArticleRow[];
  for (const row of rows) noteRead(row);
  return rows;
}

/** Notes an article and what it names as what the answer depends on. */
function noteRead({ documentId, category, author, reviewer, sources }: ArticleRow): void {
  noteDocuments('article', [documentId]);
  noteDocuments('category', idsIn(category));
  noteDocuments('contributor', [...idsIn(author), ...idsIn(reviewer)]);
  noteDocuments('source', idsIn(sources));
}

function idsIn(related: unknown): string[] {
  return [related].flat().flatMap((row) => (row == null ? [] : [(row as { documentId: string }).documentId]));
}

/** Published articles by documentId, in the order given; null for those that are not published. */
async function findInOrder(requested: Requested, ids: readonly string[]): Promise<(ArticleRow | null)[]> {
  if (ids.length === 0) return [];
  const byId = new Map((await find(requested, { documentId: { $in: ids } })).map((row) => [row.documentId, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

const isThere = (row: ArticleRow | null): row is ArticleRow => row !== null;

export function oneArticle(
  where: { documentId: string } | { slug: string },
  info: GraphQLResolveInfo,
): Promise<ArticleRow | null> {
  return readingAtOnce(strapi, async () => {
    const [row] = await find(requestedFields(info, 'Article'), where);
    if (!row) noteKinds('article');
    return row ?? null;
  });
}

export async function articleList({ filters, sort, pagination }: ListArgs, info: GraphQLResolveInfo): Promise<ArticleRow[]> {
  const slice = toSlice(pagination);
  noteKinds('article');
  return readingAtOnce(strapi, async (trx) => {
    const ids = await listArticles(trx, filters, sort, slice);
    return (await findInOrder(requestedFields(info, 'Article'), ids)).filter(isThere);
  });
}

export async function articleConnection({ filters, sort, pagination }: ListArgs, info: GraphQLResolveInfo) {
  const requested = requestedFields(info, 'ArticleEntityResponseCollection');
  const slice = toSlice(pagination);
  noteKinds('article');
  return readingAtOnce(strapi, async (trx) => {
    const ids = requested.has('nodes') ? await listArticles(trx, filters, sort, slice) : [];
    const nodes = (await findInOrder(below(requested, 'nodes', 'Article'), ids)).filter(isThere);
    const total = requested.has('pageInfo') ? await countArticles(trx, filters) : 0;
    return { nodes, pageInfo: pageInfo(slice, total) };
  });
}

type Loaders = Map<string, DataLoader<string, ArticleRow | null>>;
const loadersOfRequest = new WeakMap<object, Loaders>();

/** Published articles by documentId, in the order given; those not published (any more) are left out. One query for a whole request. */
export async function articlesById(ids: string[], context: object, info: GraphQLResolveInfo): Promise<ArticleRow[]> {
  // Those that are not published matter as well: one day they may be.
  noteDocuments('article', ids);
  const requested = requestedFields(info, 'Article');
  const loaders = loadersOfRequest.get(context) ?? new Map<string, DataLoader<string, ArticleRow | null>>();
  loadersOfRequest.set(context, loaders);
  const key = Object.keys(populateFor(requested)).sort().join();
  const loader =
    loaders.get(key) ??
    new DataLoader<string, ArticleRow | null>((batch) => readingAtOnce(strapi, () => findInOrder(requested, batch)));
  loaders.set(key, loader);
  const rows = await loader.loadMany(ids);
  return rows.flatMap((row) => {
    if (row instanceof Error) throw row;
    return row ? [row] : [];
  });
}
