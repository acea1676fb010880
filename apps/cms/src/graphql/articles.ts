import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';

import type { Document } from '../contract/documents';
import type { Reading } from '../database/query';
import { reading } from '../database/reading';

import { noteDocuments, noteKinds } from './answers/tags';
import { articlesAt, articlesBeside, countArticles, countArticlesBy, listArticles, type ArticleFilters } from './article-query';
import { needed } from './article-texts';
import { articlesWithIds, documentsById, type ReadArticle } from './documents';
import { pageInfo, toSlice, type PaginationArg } from './pagination';
import { below, requestedFields, type Requested } from './requested';

/** A published article with what the query asked for of what belongs to it. */
export interface Article extends ReadArticle {
  category?: Document | null;
  author?: Document | null;
  reviewer?: Document | null;
  sources?: Document[];
}

export interface ListArgs {
  filters?: ArticleFilters | null;
  pagination?: PaginationArg | null;
  sort?: string[] | null;
}

/** What is kept apart from an article's own facts and read only if asked for. */
const apart = ['category', 'author', 'reviewer', 'sources', 'body'] as const;

function partsOf(requested: Requested): Set<string> {
  const names = [...requested.keys()].flatMap((name) => [name, ...(needed[name] ?? [])]);
  return new Set(names.filter((name) => apart.includes(name as never)));
}

/** Published articles in the order given, null for those that are not published: two statements, however many there are. */
function* findInOrder(parts: Set<string>, ids: readonly string[]): Reading<(Article | null)[]> {
  if (ids.length === 0) return [];
  const byId = (yield* articlesWithIds(ids, parts.has('body'))) as Map<string, Article>;
  const articles = [...byId.values()];
  noteRead(articles);
  if (parts.size > Number(parts.has('body'))) yield* attach(parts, articles);
  return ids.map((id) => byId.get(id) ?? null);
}

/** Gives articles what they lead to. */
function* attach(parts: Set<string>, articles: Article[]): Reading<void> {
  const ids = new Set<string | null>();
  for (const { categoryId, authorId, reviewerId, sourceIds } of articles) {
    if (parts.has('category')) ids.add(categoryId);
    if (parts.has('author')) ids.add(authorId);
    if (parts.has('reviewer')) ids.add(reviewerId);
    if (parts.has('sources')) for (const id of sourceIds) ids.add(id);
  }
  ids.delete(null);
  const found = yield* documentsById(['category', 'contributor', 'source'], [...ids] as string[]);
  const one = (id: string | null) => (id === null ? null : (found.get(id) ?? null));
  for (const article of articles) {
    article.category = one(article.categoryId);
    article.author = one(article.authorId);
    article.reviewer = one(article.reviewerId);
    article.sources = article.sourceIds.flatMap((id) => found.get(id) ?? []);
  }
}

/** Notes articles and what they name as what the answer depends on. */
function noteRead(articles: readonly Article[]): void {
  const named = (of: (article: Article) => readonly (string | null)[]) => [
    ...new Set(articles.flatMap(of).filter((id) => id !== null)),
  ];
  noteDocuments(
    'article',
    named(({ documentId }) => [documentId]),
  );
  noteDocuments(
    'category',
    named(({ categoryId }) => [categoryId]),
  );
  noteDocuments(
    'contributor',
    named(({ authorId, reviewerId }) => [authorId, reviewerId]),
  );
  noteDocuments(
    'source',
    named(({ sourceIds }) => sourceIds),
  );
}

const isThere = (row: Article | null): row is Article => row !== null;

/** One published article, within a reading. */
export function* findArticle(
  where: { documentId: string } | { slug: string },
  info: GraphQLResolveInfo,
): Reading<Article | null> {
  const ids = 'documentId' in where ? [where.documentId] : yield* articlesAt(where.slug);
  const [article] = yield* findInOrder(partsOf(requestedFields(info, 'Article')), ids);
  if (!article) noteKinds('article');
  return article ?? null;
}

export function oneArticle(documentId: string, info: GraphQLResolveInfo): Article | null | Promise<Article | null> {
  return reading(strapi, () => findArticle({ documentId }, info));
}

/** The articles on either side of the one at an address; null if none stands there. */
export function articleNeighbors(slug: string, info: GraphQLResolveInfo) {
  const requested = requestedFields(info, 'ArticleNeighbors');
  noteKinds('article');
  return reading(strapi, function* () {
    const beside = yield* articlesBeside(slug);
    if (!beside) return null;
    const parts = new Set((['older', 'newer'] as const).flatMap((side) => [...partsOf(below(requested, side, 'Article'))]));
    const ids = [beside.older, beside.newer].filter((id) => id !== null);
    const found = new Map((yield* findInOrder(parts, ids)).filter(isThere).map((article) => [article.documentId, article]));
    const one = (id: string | null) => (id === null ? null : (found.get(id) ?? null));
    return { older: one(beside.older), newer: one(beside.newer) };
  });
}

export function articleList({ filters, sort, pagination }: ListArgs, info: GraphQLResolveInfo): Article[] | Promise<Article[]> {
  const slice = toSlice(pagination);
  const parts = partsOf(requestedFields(info, 'Article'));
  noteKinds('article');
  return reading(strapi, function* () {
    const ids = yield* listArticles(filters, sort, slice);
    return (yield* findInOrder(parts, ids)).filter(isThere);
  });
}

export function articleConnection({ filters, sort, pagination }: ListArgs, info: GraphQLResolveInfo) {
  const requested = requestedFields(info, 'ArticleEntityResponseCollection');
  const parts = partsOf(below(requested, 'nodes', 'Article'));
  const slice = toSlice(pagination);
  noteKinds('article');
  return reading(strapi, function* () {
    const ids = requested.has('nodes') ? yield* listArticles(filters, sort, slice) : [];
    const nodes = (yield* findInOrder(parts, ids)).filter(isThere);
    const total = requested.has('pageInfo') ? yield* countArticles(filters) : 0;
    return {
      nodes,
      pageInfo: pageInfo(slice, total),
      categories: requested.has('categories') ? yield* countByCategory(filters) : [],
      evidence: requested.has('evidence') ? yield* countByEvidence(filters) : [],
    };
  });
}

/** How a list divides into categories; the one asked for does not narrow it. */
function* countByCategory(filters: ArticleFilters | null | undefined): Reading<{ category: Document; count: number }[]> {
  noteKinds('category');
  const counted = yield* countArticlesBy('category_id', { ...filters, category: null });
  const found = yield* documentsById(
    ['category'],
    counted.map(({ value }) => value),
  );
  const filled = counted.flatMap(({ value, count }) => {
    const category = found.get(value);
    return category ? [{ category, count }] : [];
  });
  return filled.sort((a, b) => Number(a.category['order']) - Number(b.category['order']));
}

function* countByEvidence(filters: ArticleFilters | null | undefined): Reading<{ level: string; count: number }[]> {
  const counted = yield* countArticlesBy('evidence', { ...filters, evidence: null });
  return counted.map(({ value, count }) => ({ level: value.toUpperCase(), count }));
}

type Loaders = Map<string, DataLoader<string, Article | null>>;
const loadersOfRequest = new WeakMap<object, Loaders>();

/** Published articles by documentId, in the order given; those not published (any more) are left out. One query for a whole request. */
export async function articlesById(ids: string[], context: object, info: GraphQLResolveInfo): Promise<Article[]> {
  // Those that are not published matter as well: one day they may be.
  noteDocuments('article', ids);
  const parts = partsOf(requestedFields(info, 'Article'));
  const loaders = loadersOfRequest.get(context) ?? new Map<string, DataLoader<string, Article | null>>();
  loadersOfRequest.set(context, loaders);
  const key = [...parts].sort().join();
  const loader =
    loaders.get(key) ?? new DataLoader<string, Article | null>(async (batch) => reading(strapi, () => findInOrder(parts, batch)));
  loaders.set(key, loader);
  const rows = await loader.loadMany(ids);
  return rows.flatMap((row) => {
    if (row instanceof Error) throw row;
    return row ? [row] : [];
  });
}
