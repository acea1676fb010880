import { graphql, type ResultOf } from '@clinic/types';

import { ask } from './client.server.ts';

const feedQuery = graphql(`
  query Feed($limit: Int!) {
    articles(pagination: { limit: $limit }) {
      documentId
      slug
      title
      summary
      shortAnswer
      markdown
      url
      attribution
      reviewState
      firstPublishedAt
      updatedAt
      author {
        name
      }
      category {
        name
      }
      seo {
        noindex
        canonicalUrl
      }
    }
    clinic {
      name
      tagline
    }
  }
`);

export type FeedArticle = ResultOf<typeof feedQuery>['articles'][number];
export type FeedContent = ResultOf<typeof feedQuery>;

const MOST_ENTRIES = 20;

/** The newest articles with their whole text, for feeds. */
export async function readFeed(): Promise<FeedContent> {
  return ask(feedQuery, { limit: MOST_ENTRIES });
}
