import type { IExecutableSchemaDefinition } from '@graphql-tools/schema';
import type { GraphQLResolveInfo as Info } from 'graphql';

import { toImage, type StoredFile } from '../contract/image';
import { toRichText } from '../contract/rich-text';

import { articleTexts, attributionOf } from './article-texts';
import { articleConnection, articleList, articlesById, oneArticle, type ListArgs } from './articles';
import { changeFields, contentChanges, type ChangesArgs } from './changes';
import { clinicName, findClinic } from './clinic';
import { contentLicense } from './license';
import { listOf, oneOf } from './lists';
import { findRedirect, lookUpArticle } from './lookup';
import { type PaginationArg } from './pagination';
import { reviewStateOf } from './review';
import { DateScalar, DateTimeScalar, RichTextScalar } from './scalars';
import { searchArticles, searchHitFields, searchResultFields, type SearchArgs } from './search';

type Row = Record<string, unknown>;
type Args = Record<string, never>;

const upper = (field: string) => (row: Row) => String(row[field]).toUpperCase();
const richText = (field: string) => (row: Row) => toRichText(row[field]);
const lines = (field: string) => (row: Row) =>
  ((row[field] as string | null) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const list = (field: string) => (row: Row) => row[field] ?? [];
const ids = (value: unknown): string[] => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);

interface Paged {
  pagination?: PaginationArg | null;
}
interface Slug {
  slug: string;
}
const articlesIn = (field: string) => (row: Row, _args: Args, context: object, info: Info) =>
  articlesById(ids(row[field]), context, info);

/** How each field of the contract is found. A field that is not named here is the stored attribute of the same name. */
export const resolvers: NonNullable<IExecutableSchemaDefinition['resolvers']> = {
  DateTime: DateTimeScalar,
  Date: DateScalar,
  RichText: RichTextScalar,
  Query: {
    article: (_: unknown, { documentId }: { documentId: string }, _context: object, info: Info) =>
      oneArticle({ documentId }, info),
    articleBySlug: (_: unknown, { slug }: Slug, _context: object, info: Info) => lookUpArticle(slug, info),
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
    keyTakeaways: (row: { keyTakeaways?: { text: string }[] }) => (row.keyTakeaways ?? []).map(({ text }) => text),
    cover: (row: Row) =>
      toImage(row['cover'] as StoredFile | null, {
        alt: row['coverAlt'] as string,
        decorative: row['coverDecorative'] as boolean,
      }),
    evidence: upper('evidence'),
    sources: list('sources'),
    related: articlesIn('relatedIds'),
    seo: (row: Row) => ({ ...(row['seo'] as Row | null), article: row }),
    ...articleTexts,
    attribution: async (row: Row, _args: Args, context: object) => attributionOf(row, await clinicName(context)),
    license: () => contentLicense(),
    reviewState: reviewStateOf,
    lastReviewed: () => null,
    reviewDue: () => null,
  },
  Seo: {
    title: (row: { title?: string; article: Row }) => row.title ?? row.article['title'],
    description: (row: { description?: string; article: Row }) => row.description ?? row.article['summary'],
    shareImage: (row: Row) => toImage(row['shareImage'] as StoredFile | null, { decorative: true }),
    noindex: (row: Row) => row['noindex'] === true,
  },
  Category: { palette: upper('palette') },
  Contributor: {
    bio: richText('bio'),
    portrait: (row: Row) => toImage(row['portrait'] as StoredFile | null, { alt: row['name'] as string }),
  },
  Source: { studyDesign: upper('studyDesign') },
  GlossaryTerm: { alsoKnownAs: lines('alsoKnownAs') },
  Clinic: {
    featuredArticles: articlesIn('featuredIds'),
    address: lines('address'),
    hours: list('hours'),
    closures: list('closures'),
    services: list('services'),
    crisisContacts: list('crisisContacts'),
    editorialPolicy: richText('editorialPolicy'),
    privacyPolicy: richText('privacyPolicy'),
    bookingText: richText('bookingText'),
  },
  OpeningHours: { weekday: upper('weekday') },
};
