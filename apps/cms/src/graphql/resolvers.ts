import type { IExecutableSchemaDefinition } from '@graphql-tools/schema';
import type { GraphQLResolveInfo as Info } from 'graphql';

import type { Document } from '../contract/documents';

import { articleTexts, attributionOf } from './article-texts';
import {
  articleConnection,
  articleList,
  articleNeighbors,
  articlesById,
  oneArticle,
  type Article,
  type ListArgs,
} from './articles';
import { changeFields, contentChanges, type ChangesArgs } from './changes';
import { clinicName, findClinic } from './clinic';
import { contentLicense } from './license';
import { listOf, oneOf } from './lists';
import { findRedirect, lookUpArticle } from './lookup';
import { type PaginationArg } from './pagination';
import { reviewStateOf } from './review';
import { DateScalar, DateTimeScalar, RichTextScalar } from './scalars';
import { searchArticles, searchHitFields, searchResultFields, type SearchArgs } from './search';

type Args = Record<string, never>;

interface Paged {
  pagination?: PaginationArg | null;
}
interface Slug {
  slug: string;
}
const articlesIn = (field: string) => (document: Document, _args: Args, context: object, info: Info) => {
  const ids = document[field] as string[];
  return ids.length === 0 ? [] : articlesById(ids, context, info);
};

/** How each field of the contract is found. A field that is not named here is the fact of the same name in the finished document. */
export const resolvers: NonNullable<IExecutableSchemaDefinition['resolvers']> = {
  DateTime: DateTimeScalar,
  Date: DateScalar,
  RichText: RichTextScalar,
  Query: {
    article: (_: unknown, { documentId }: { documentId: string }, _context: object, info: Info) => oneArticle(documentId, info),
    articleBySlug: (_: unknown, { slug }: Slug, _context: object, info: Info) => lookUpArticle(slug, info),
    articleNeighbors: (_: unknown, { slug }: Slug, _context: object, info: Info) => articleNeighbors(slug, info),
    articles: (_: unknown, args: ListArgs, _context: object, info: Info) => articleList(args, info),
    articles_connection: (_: unknown, args: ListArgs, _context: object, info: Info) => articleConnection(args, info),
    categories: (_: unknown, { pagination }: Paged) => listOf('category', pagination),
    categoryBySlug: (_: unknown, { slug }: Slug) => oneOf('category', slug),
    contributors: (_: unknown, { pagination }: Paged) => listOf('contributor', pagination),
    contributorBySlug: (_: unknown, { slug }: Slug) => oneOf('contributor', slug),
    sources: (_: unknown, { pagination }: Paged) => listOf('source', pagination),
    sourceByKey: (_: unknown, { citationKey }: { citationKey: string }) => oneOf('source', citationKey),
    glossaryTerms: (_: unknown, { pagination }: Paged) => listOf('glossaryTerm', pagination),
    glossaryTermBySlug: (_: unknown, { slug }: Slug) => oneOf('glossaryTerm', slug),
    clinic: () => findClinic(),
    redirect: (_: unknown, { path }: { path: string }) => findRedirect(path),
    search: (_: unknown, args: SearchArgs) => searchArticles(args),
    contentChanges: (_: unknown, args: ChangesArgs) => contentChanges(args),
  },
  SearchResults: searchResultFields,
  SearchHit: searchHitFields,
  ContentChange: changeFields,
  PublicDocument: { __resolveType: (document: { __typename: string }) => document.__typename },
  ArticleLookup: { __resolveType: (value: { __typename?: string }) => value.__typename ?? 'Article' },
  ArticleBlock: { __resolveType: (block: { __typename: string }) => block.__typename },
  Article: {
    related: articlesIn('relatedIds'),
    ...articleTexts,
    attribution: async (article: Article, _args: Args, context: object) => attributionOf(article, await clinicName(context)),
    license: () => contentLicense(),
    reviewState: reviewStateOf,
  },
  Clinic: { featuredArticles: articlesIn('featuredIds') },
};
