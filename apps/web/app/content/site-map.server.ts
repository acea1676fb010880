import { graphql } from '@clinic/types';
import pLimit from 'p-limit';

import { ask, askForAll } from './client.server.ts';

// The oldest first: what is published later goes to the end, and the parts before it stay as they are.
const mappedArticlesQuery = graphql(`
  query MappedArticles($pagination: PaginationArg) {
    articles(pagination: $pagination, sort: ["firstPublishedAt:asc", "slug:asc"]) {
      slug
      updatedAt
      seo {
        noindex
        canonicalUrl
      }
    }
  }
`);

const articleCountQuery = graphql(`
  query ArticleCount {
    articles_connection(pagination: { limit: 1 }) {
      pageInfo {
        total
      }
    }
  }
`);

const publicationAtQuery = graphql(`
  query PublicationAt($place: Int!) {
    articles(pagination: { start: $place, limit: 1 }, sort: ["firstPublishedAt:asc", "slug:asc"]) {
      firstPublishedAt
    }
  }
`);

const latestChangeQuery = graphql(`
  query LatestChange($filters: ArticleFiltersInput) {
    articles(filters: $filters, pagination: { limit: 1 }, sort: ["updatedAt:desc"]) {
      updatedAt
    }
  }
`);

const mappedCategoriesQuery = graphql(`
  query MappedCategories($pagination: PaginationArg) {
    categories(pagination: $pagination) {
      slug
      updatedAt
    }
  }
`);

const mappedPeopleQuery = graphql(`
  query MappedPeople($pagination: PaginationArg) {
    contributors(pagination: $pagination) {
      slug
      demo
      updatedAt
    }
  }
`);

const mappedSourcesQuery = graphql(`
  query MappedSources($pagination: PaginationArg) {
    sources(pagination: $pagination) {
      citationKey
      updatedAt
    }
  }
`);

const mappedTermsQuery = graphql(`
  query MappedTerms($pagination: PaginationArg) {
    glossaryTerms(pagination: $pagination) {
      slug
      updatedAt
    }
  }
`);

const clinicChangeQuery = graphql(`
  query ClinicChange {
    clinic {
      updatedAt
    }
  }
`);

/** The kinds of content whose documents have a page each. */
export type MappedKind = 'articles' | 'categories' | 'authors' | 'sources' | 'glossary';

/** Something with a page of its own: what names it in its address, and when what its page shows last changed. */
export interface Mapped {
  key: string;
  updatedAt: string;
}

/** Which part of a list: nothing else is asked for. */
export interface Span {
  from: number;
  most: number;
}

const everything: Span = { from: 0, most: Infinity };

/** What of a kind has a page that search engines should know. Articles stand in the order of their first publication. */
export const readMapped: Record<MappedKind, (span?: Span) => Promise<Mapped[]>> = {
  articles: async (span = everything) => {
    const all = await askForAll(async (pagination) => (await ask(mappedArticlesQuery, { pagination })).articles, span);
    return all
      .filter(({ seo }) => !seo.noindex && seo.canonicalUrl === null)
      .map(({ slug, updatedAt }) => ({ key: slug, updatedAt }));
  },
  categories: async (span) => withArticles(await categories(span), (slug) => [{ category: { eq: slug } }]),
  // An invented person has nothing to be found for.
  authors: async ({ from, most } = everything) =>
    withArticles((await people()).filter(({ demo }) => !demo).slice(from, from + most), (slug) => [
      { author: { eq: slug } },
      { reviewer: { eq: slug } },
    ]),
  sources: async (span = everything) => {
    const all = await askForAll(async (pagination) => (await ask(mappedSourcesQuery, { pagination })).sources, span);
    return all.map(({ citationKey, updatedAt }) => ({ key: citationKey, updatedAt }));
  },
  glossary: terms,
};

/** How many articles there are. */
export async function countArticles(): Promise<number> {
  return (await ask(articleCountQuery, {})).articles_connection.pageInfo.total;
}

/** When the latest of some articles changed. Those that were first published in the same instant as the next one count as well. */
export async function latestArticleChange({ from, most }: Span): Promise<string | undefined> {
  const publicationAt = async (place: number) => (await ask(publicationAtQuery, { place })).articles[0]?.firstPublishedAt;
  const [first, next] = await Promise.all([publicationAt(from), publicationAt(from + most)]);
  if (first === undefined) return undefined;
  return latestChange({ firstPublishedAt: { gte: first, ...(next !== undefined && { lte: next }) } });
}

/** When what stands on pages that list or tell of everything last changed. */
export interface StandingChanges {
  clinic: string | undefined;
  articles: string | undefined;
  categories: string[];
  people: string[];
  terms: string[];
}

export async function readStandingChanges(): Promise<StandingChanges> {
  const times = (all: { updatedAt: string }[]) => all.map(({ updatedAt }) => updatedAt);
  const [clinic, articles, ...lists] = await Promise.all([
    ask(clinicChangeQuery, {}),
    latestChange({}),
    categories(),
    people(),
    terms(),
  ]);
  const [ofCategories, ofPeople, ofTerms] = [times(lists[0]), times(lists[1]), times(lists[2])];
  return { clinic: clinic.clinic?.updatedAt, articles, categories: ofCategories, people: ofPeople, terms: ofTerms };
}

async function categories(span = everything): Promise<Mapped[]> {
  const all = await askForAll(async (pagination) => (await ask(mappedCategoriesQuery, { pagination })).categories, span);
  return all.map(({ slug, updatedAt }) => ({ key: slug, updatedAt }));
}

async function people(): Promise<(Mapped & { demo: boolean })[]> {
  const all = await askForAll(async (pagination) => (await ask(mappedPeopleQuery, { pagination })).contributors);
  return all.map(({ slug, demo, updatedAt }) => ({ key: slug, demo, updatedAt }));
}

async function terms(span = everything): Promise<Mapped[]> {
  const all = await askForAll(async (pagination) => (await ask(mappedTermsQuery, { pagination })).glossaryTerms, span);
  return all.map(({ slug, updatedAt }) => ({ key: slug, updatedAt }));
}

interface Filters {
  category?: { eq: string };
  author?: { eq: string };
  reviewer?: { eq: string };
  firstPublishedAt?: { gte: string; lte?: string };
}

async function latestChange(filters: Filters): Promise<string | undefined> {
  return (await ask(latestChangeQuery, { filters })).articles[0]?.updatedAt;
}

// A few at a time: whoever maps the site leaves room for visitors.
const aFew = pLimit(4);

/** A page that lists articles changes with the latest of them. */
function withArticles(all: readonly Mapped[], filtersOf: (slug: string) => Filters[]): Promise<Mapped[]> {
  return Promise.all(
    all.map(async ({ key, updatedAt }) => {
      const changes = await Promise.all(filtersOf(key).map((filters) => aFew(() => latestChange(filters))));
      return { key, updatedAt: [updatedAt, ...changes.filter((time) => time !== undefined)].sort().at(-1) ?? updatedAt };
    }),
  );
}
