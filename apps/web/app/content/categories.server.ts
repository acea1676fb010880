import { graphql, type ResultOf } from '@clinic/types';

import { ask, askForAll } from './client.server.ts';
import { LastKnown } from './last-known.server.ts';

const categoryListQuery = graphql(`
  query CategoryList($pagination: PaginationArg) {
    categories(pagination: $pagination) {
      slug
      name
      description
      palette
    }
  }
`);

export type Category = ResultOf<typeof categoryListQuery>['categories'][number];

/** Every category in the clinic's own order. */
export function listCategories(): Promise<Category[]> {
  return askForAll(async (pagination) => (await ask(categoryListQuery, { pagination })).categories);
}

/** Every category, as far as they are known while the CMS is away. */
export const knownCategories = new LastKnown('categories', categoryListQuery, listCategories);
