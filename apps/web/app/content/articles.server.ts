import { articleBodyFragment, graphql, parseArticleBody, type ArticleBody, type FragmentOf, type ResultOf } from '@clinic/types';

import { ask, askForAll, parsed } from './client.server.ts';
import { articleCardFragment, imageFragment, sourceFragment } from './fragments.server.ts';
import type { Source } from './sources.server.ts';

import { site } from '#app/config/site.ts';

/** An article as lists show it. */
export type ArticleCard = FragmentOf<typeof articleCardFragment>;

/** One page of a list of articles. */
export type ArticleList = ResultOf<typeof articleListQuery>['articles_connection'];

const articleListQuery = graphql(
  `
    query ArticleList($filters: ArticleFiltersInput, $page: Int!, $pageSize: Int!) {
      articles_connection(filters: $filters, pagination: { page: $page, pageSize: $pageSize }) {
        nodes {
          ...ArticleCard
        }
        pageInfo {
          page
          pageSize
          pageCount
          total
        }
      }
    }
  `,
  [articleCardFragment],
);

/** Which articles to list: conditions are combined, each names an address. */
export interface ArticleListOptions {
  page: number;
  pageSize?: number | undefined;
  category?: string | undefined;
  author?: string | undefined;
  reviewer?: string | undefined;
  /** A citation key. */
  source?: string | undefined;
}

/** Articles by newest first publication. A page beyond the last has no nodes. */
export async function listArticles({
  page,
  pageSize = site.articlesPerPage,
  category,
  author,
  reviewer,
  source,
}: ArticleListOptions): Promise<ArticleList> {
  const filters = {
    ...(category && { category: { eq: category } }),
    ...(author && { author: { eq: author } }),
    ...(reviewer && { reviewer: { eq: reviewer } }),
    ...(source && { source: { eq: source } }),
  };
  return (await ask(articleListQuery, { filters, page, pageSize })).articles_connection;
}

const articleListingQuery = graphql(
  `
    query ArticleListing($filters: ArticleFiltersInput, $sort: [String!], $page: Int!, $pageSize: Int!) {
      articles_connection(filters: $filters, sort: $sort, pagination: { page: $page, pageSize: $pageSize }) {
        nodes {
          ...ArticleCard
        }
        pageInfo {
          page
          pageSize
          pageCount
          total
        }
        categories {
          category {
            slug
          }
          count
        }
        evidence {
          level
          count
        }
      }
    }
  `,
  [articleCardFragment],
);

export type ArticleListing = ResultOf<typeof articleListingQuery>['articles_connection'];
export type EvidenceLevel = ArticleCard['evidence'];

/** How the listing may be sorted, by the word in its address; the first is the usual one. */
const sorts = {
  newest: 'firstPublishedAt:desc',
  updated: 'updatedAt:desc',
  title: 'title:asc',
} as const;

export type ListingSort = keyof typeof sorts;

/** What the listing is asked for. */
export interface ListingQuestion {
  page: number;
  category: string | null;
  evidence: EvidenceLevel | null;
  sort: ListingSort;
}

/** A page of the library with how it divides by category and evidence. */
export async function listLibrary({ page, category, evidence, sort }: ListingQuestion): Promise<ArticleListing> {
  const filters = { ...(category !== null && { category: { eq: category } }), ...(evidence && { evidence: { eq: evidence } }) };
  const variables = { filters, sort: [sorts[sort]], page, pageSize: site.articlesPerPage };
  return (await ask(articleListingQuery, variables)).articles_connection;
}

const categoryCountsQuery = graphql(`
  query CategoryCounts {
    articles_connection(pagination: { limit: 1 }) {
      categories {
        category {
          slug
        }
        count
      }
    }
  }
`);

/** How many articles each category has, by its address. */
export async function countByCategory(): Promise<Map<string, number>> {
  const { categories } = (await ask(categoryCountsQuery, {})).articles_connection;
  return new Map(categories.map(({ category, count }) => [category.slug, count]));
}

/** Everything an article's page shows. */
export const articlePageFragment = graphql(
  `
    fragment ArticlePage on Article {
      ...ArticleCard
      shortAnswer
      keyTakeaways
      evidenceNote
      contentNote
      body {
        ...ArticleBody
      }
      sources {
        ...SourceDetails
      }
      author {
        ...Byline
      }
      reviewer {
        ...Byline
      }
      related {
        ...ArticleCard
      }
      seo {
        title
        description
        canonicalUrl
        noindex
        shareImage {
          ...Picture
        }
      }
      reviewState
      lastReviewed
      reviewDue
      wordCount
      publishedAt
      updatedAt
      url
    }
  `,
  [
    articleCardFragment,
    articleBodyFragment,
    sourceFragment,
    imageFragment,
    graphql(`
      fragment Byline on Contributor {
        slug
        name
        role
        credentials
        demo
      }
    `),
  ],
);

/** An article with everything its page shows; the body has been checked. */
export type Article = Omit<FragmentOf<typeof articlePageFragment>, 'body'> & { body: ArticleBody };

const articleBySlugQuery = graphql(
  `
    query ArticleBySlug($slug: String!) {
      articleBySlug(slug: $slug) {
        __typename
        ... on Article {
          ...ArticlePage
        }
        ... on MovedArticle {
          to
        }
      }
    }
  `,
  [articlePageFragment],
);

/** What stands at an article's address. */
export type FoundArticle = { found: 'article'; article: Article } | { found: 'moved'; to: string } | { found: 'gone' };

/** What is at `/articles/{slug}`; null if nothing was ever there. */
export async function findArticle(slug: string): Promise<FoundArticle | null> {
  const { articleBySlug: found } = await ask(articleBySlugQuery, { slug });
  switch (found?.__typename) {
    case undefined:
      return null;
    case 'MovedArticle':
      return { found: 'moved', to: found.to };
    case 'GoneArticle':
      return { found: 'gone' };
    case 'Article':
      return { found: 'article', article: { ...found, body: parsed('ArticleBySlug', parseArticleBody, found.body) } };
  }
}

const articleNeighborsQuery = graphql(`
  query ArticleNeighbors($slug: String!) {
    articleNeighbors(slug: $slug) {
      older {
        slug
        title
      }
      newer {
        slug
        title
      }
    }
  }
`);

/** The articles that were first published just before and just after another. */
export type ArticleNeighbors = NonNullable<ResultOf<typeof articleNeighborsQuery>['articleNeighbors']>;

/** The neighbors, within its category, of the article at an address. */
export async function findNeighbors(slug: string): Promise<ArticleNeighbors> {
  return (await ask(articleNeighborsQuery, { slug })).articleNeighbors ?? { older: null, newer: null };
}

const articleMarkdownQuery = graphql(`
  query ArticleMarkdown($slug: String!) {
    articleBySlug(slug: $slug) {
      __typename
      ... on Article {
        title
        shortAnswer
        markdown
        attribution
        reviewState
      }
    }
  }
`);

type FoundMarkdown = NonNullable<ResultOf<typeof articleMarkdownQuery>['articleBySlug']>;

/** The article at an address as Markdown with what has to stand beside it; null if no article stands there. */
export async function findArticleMarkdown(slug: string): Promise<Extract<FoundMarkdown, { __typename: 'Article' }> | null> {
  const { articleBySlug: found } = await ask(articleMarkdownQuery, { slug });
  return found?.__typename === 'Article' ? found : null;
}

const articleCardQuery = graphql(
  `
    query ArticleCard($slug: String!) {
      articleBySlug(slug: $slug) {
        __typename
        ... on Article {
          ...ArticleCard
        }
      }
    }
  `,
  [articleCardFragment],
);

/** The article at an address as lists show it; null if no article stands there. */
export async function findArticleCard(slug: string): Promise<ArticleCard | null> {
  const { articleBySlug: found } = await ask(articleCardQuery, { slug });
  return found?.__typename === 'Article' ? found : null;
}

const articleSourcesQuery = graphql(
  `
    query ArticleSources($slug: String!) {
      articleBySlug(slug: $slug) {
        __typename
        ... on Article {
          sources {
            ...SourceDetails
          }
        }
      }
    }
  `,
  [sourceFragment],
);

/** The works that the article at an address cites, in order; null if no article stands there. */
export async function listArticleSources(slug: string): Promise<Source[] | null> {
  const { articleBySlug: found } = await ask(articleSourcesQuery, { slug });
  return found?.__typename === 'Article' ? found.sources : null;
}

const articleAddressesQuery = graphql(`
  query ArticleAddresses($pagination: PaginationArg) {
    articles(pagination: $pagination) {
      slug
      title
      summary
      updatedAt
      seo {
        noindex
        canonicalUrl
      }
    }
  }
`);

/** Where an article stands, what it is and when it last changed, for site maps. */
export type ArticleAddress = ResultOf<typeof articleAddressesQuery>['articles'][number];

/** Every published article's address. */
export function listArticleAddresses(): Promise<ArticleAddress[]> {
  return askForAll(async (pagination) => (await ask(articleAddressesQuery, { pagination })).articles);
}
