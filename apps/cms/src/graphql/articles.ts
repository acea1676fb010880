import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';

import { bodyPopulate } from '../contract/body';

import { toFilters, toSort, type ArticleFilters } from './article-query';
import { needed } from './article-texts';
import { pageInfo, toSlice, type PaginationArg, type Slice } from './pagination';
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

async function find(requested: Requested, query: Record<string, unknown>): Promise<ArticleRow[]> {
  const rows = await strapi.documents(UID).findMany({ ...query, status: 'published', populate: populateFor(requested) } as never);
  return rows as unknown as ArticleRow[];
}

export async function oneArticle(filters: Record<string, unknown>, info: GraphQLResolveInfo): Promise<ArticleRow | null> {
  const [row] = await find(requestedFields(info, 'Article'), { filters, limit: 1 });
  return row ?? null;
}

function listQuery({ filters, sort }: ListArgs, slice: Slice) {
  return { filters: toFilters(filters), sort: toSort(sort), ...slice };
}

export async function articleList(args: ListArgs, info: GraphQLResolveInfo): Promise<ArticleRow[]> {
  return find(requestedFields(info, 'Article'), listQuery(args, toSlice(args.pagination)));
}

export async function articleConnection(args: ListArgs, info: GraphQLResolveInfo) {
  const requested = requestedFields(info, 'ArticleEntityResponseCollection');
  const slice = toSlice(args.pagination);
  const query = listQuery(args, slice);
  const nodes = requested.has('nodes') ? await find(below(requested, 'nodes', 'Article'), query) : [];
  const total = requested.has('pageInfo')
    ? await strapi.documents(UID).count({ status: 'published', filters: query.filters } as never)
    : 0;
  return { nodes, pageInfo: pageInfo(slice, total) };
}

type Loaders = Map<string, DataLoader<string, ArticleRow | null>>;
const loadersOfRequest = new WeakMap<object, Loaders>();

/** Published articles by documentId, in the order given; those not published (any more) are left out. One query for a whole request. */
export async function articlesById(ids: string[], context: object, info: GraphQLResolveInfo): Promise<ArticleRow[]> {
  const requested = requestedFields(info, 'Article');
  const loaders = loadersOfRequest.get(context) ?? new Map<string, DataLoader<string, ArticleRow | null>>();
  loadersOfRequest.set(context, loaders);
  const key = Object.keys(populateFor(requested)).sort().join();
  const loader = loaders.get(key) ?? new DataLoader<string, ArticleRow | null>((batch) => loadBatch(batch, requested));
  loaders.set(key, loader);
  const rows = await loader.loadMany(ids);
  return rows.flatMap((row) => {
    if (row instanceof Error) throw row;
    return row ? [row] : [];
  });
}

async function loadBatch(ids: readonly string[], requested: Requested): Promise<(ArticleRow | null)[]> {
  const rows = await find(requested, { filters: { documentId: { $in: [...ids] } }, limit: ids.length });
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
