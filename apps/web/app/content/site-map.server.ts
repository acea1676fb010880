import { graphql, type ResultOf } from '@clinic/types';

import { ask, askForAll } from './client.server.ts';
import { listContributors } from './contributors.server.ts';
import { listGlossaryTerms } from './glossary.server.ts';
import { listSourceKeys } from './sources.server.ts';

// The oldest first: what is published later goes to the end, and the parts before it stay as they are.
const mappedArticlesQuery = graphql(`
  query MappedArticles($pagination: PaginationArg) {
    articles(pagination: $pagination, sort: ["firstPublishedAt:asc", "slug:asc"]) {
      slug
      updatedAt
      category {
        slug
      }
      author {
        slug
      }
      reviewer {
        slug
      }
      seo {
        noindex
        canonicalUrl
      }
    }
  }
`);

const changeTimesQuery = graphql(`
  query ChangeTimes($after: String) {
    contentChanges(after: $after, first: 100) {
      nodes {
        action
        type
        slug
        changedAt
      }
      cursor
      hasMore
    }
  }
`);

const mappedCategoriesQuery = graphql(`
  query MappedCategories($pagination: PaginationArg) {
    categories(pagination: $pagination) {
      slug
    }
  }
`);

type MappedArticle = ResultOf<typeof mappedArticlesQuery>['articles'][number];
type Kind = ResultOf<typeof changeTimesQuery>['contentChanges']['nodes'][number]['type'];

/** When documents last changed; undefined for what the change feed does not know. */
interface ChangeTimes {
  of: (kind: Kind, slug?: string) => string | undefined;
}

/** What the site map is made of. */
export interface MappedContent {
  articles: MappedArticle[];
  categories: string[];
  /** Without invented people. */
  contributors: string[];
  sources: string[];
  terms: string[];
  changes: ChangeTimes;
}

/** The address of everything that has a page of its own, and when each last changed. */
export async function readSiteMap(): Promise<MappedContent> {
  const [articles, categories, contributors, sources, terms, changes] = await Promise.all([
    askForAll(async (pagination) => (await ask(mappedArticlesQuery, { pagination })).articles),
    askForAll(async (pagination) => (await ask(mappedCategoriesQuery, { pagination })).categories),
    listContributors(),
    listSourceKeys(),
    listGlossaryTerms(),
    readChangeTimes(),
  ]);
  return {
    articles,
    categories: categories.map(({ slug }) => slug),
    contributors: contributors.filter(({ demo }) => !demo).map(({ slug }) => slug),
    sources,
    terms: terms.map(({ slug }) => slug),
    changes,
  };
}

async function readChangeTimes(): Promise<ChangeTimes> {
  const times = new Map<string, string>();
  const keyOf = (kind: Kind, slug: string | null = null) => `${kind}:${slug ?? ''}`;
  let after: string | null = null;
  for (;;) {
    const { nodes, cursor, hasMore }: ResultOf<typeof changeTimesQuery>['contentChanges'] = (
      await ask(changeTimesQuery, { after })
    ).contentChanges;
    for (const { action, type, slug, changedAt } of nodes) {
      if (action !== 'WITHDRAWN') times.set(keyOf(type, slug), changedAt);
    }
    if (!hasMore) return { of: (kind, slug) => times.get(keyOf(kind, slug)) };
    after = cursor;
  }
}
