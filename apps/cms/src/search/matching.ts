import { ARTICLES } from '../database/public-tables';
import type { Transaction } from '../publishing/turn';

import type { CategoryCount } from './engine';

/** The articles whose entry in an index table satisfies a condition. */
export function matchingArticles(trx: Transaction, key: `${string}.${string}`, condition: string, value: string) {
  return trx(key.slice(0, key.indexOf('.')))
    .join(ARTICLES, `${ARTICLES}.id`, key)
    .whereRaw(condition, [value]);
}

type Matching = ReturnType<typeof matchingArticles>;

/** The condition that keeps only articles of one category. */
export function inCategory(categoryId: string | null): Record<string, string> {
  return categoryId === null ? {} : { [`${ARTICLES}.category_id`]: categoryId };
}

/** How many of the matching articles each category has, the fullest first. */
export async function countByCategory(matching: Matching): Promise<CategoryCount[]> {
  const rows = (await matching
    .select(`${ARTICLES}.category_id as categoryId`)
    .count({ count: '*' })
    .groupBy(`${ARTICLES}.category_id`)
    .orderBy([{ column: 'count', order: 'desc' }, { column: `${ARTICLES}.category_id` }])) as {
    categoryId: string;
    count: number | string;
  }[];
  return rows.map(({ categoryId, count }) => ({ categoryId, count: Number(count) }));
}
