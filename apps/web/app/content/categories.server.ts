import { graphql, type ResultOf } from '@clinic/types';

import { ask, askForAll } from './client.server.ts';

const categoryFragment = graphql(`
  fragment CategoryDetails on Category {
    slug
    name
    description
    palette
  }
`);

const categoryListQuery = graphql(
  `
    query CategoryList($pagination: PaginationArg) {
      categories(pagination: $pagination) {
        ...CategoryDetails
      }
    }
  `,
  [categoryFragment],
);

const categoryBySlugQuery = graphql(
  `
    query CategoryBySlug($slug: String!) {
      categoryBySlug(slug: $slug) {
        ...CategoryDetails
      }
    }
  `,
  [categoryFragment],
);

export type Category = ResultOf<typeof categoryListQuery>['categories'][number];

/** Every category in the clinic's own order. */
export function listCategories(): Promise<Category[]> {
  return askForAll(async (pagination) => (await ask(categoryListQuery, { pagination })).categories);
}

/** The category at an address, or null. */
export async function findCategory(slug: string): Promise<Category | null> {
  return (await ask(categoryBySlugQuery, { slug })).categoryBySlug;
}
