import { graphql, type ResultOf } from '@clinic/types';

import { ask } from './client.server.ts';
import { articleCardFragment } from './fragments.server.ts';

const searchQuery = graphql(
  `
    query ArticleSearch($query: String!, $category: String, $page: Int!, $pageSize: Int!) {
      search(query: $query, category: $category, pagination: { page: $page, pageSize: $pageSize }) {
        nodes {
          article {
            ...ArticleCard
          }
          excerpt {
            text
            isHit
          }
          headings {
            id
            text
          }
        }
        didYouMean
        categories {
          category {
            slug
            name
          }
          count
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

/** A page of what a search found. */
export type SearchResults = ResultOf<typeof searchQuery>['search'];

/** The CMS refuses longer ones. */
export const LONGEST_SEARCH = 200;

/** Searches the published articles. Nothing of it is kept or logged. */
export async function searchArticles(search: { query: string; category: string | null; page: number }): Promise<SearchResults> {
  return (await ask(searchQuery, { ...search, pageSize: 10 })).search;
}

const suggestionsQuery = graphql(`
  query SearchSuggestions($query: String!) {
    search(query: $query, pagination: { limit: 6 }) {
      nodes {
        article {
          slug
          title
          category {
            name
          }
        }
      }
    }
  }
`);

type SuggestedArticle = NonNullable<ResultOf<typeof suggestionsQuery>['search']['nodes'][number]['article']>;

/** The articles that fit best what somebody has typed so far. */
export async function suggestArticles(query: string): Promise<SuggestedArticle[]> {
  const { nodes } = (await ask(suggestionsQuery, { query })).search;
  return nodes.flatMap(({ article }) => article ?? []);
}
