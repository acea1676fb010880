import { ARTICLES } from '../database/public-tables';
import type { Transaction } from '../publishing/turn';

import type { CategoryCount } from './engine';

type Matching = ReturnType<Transaction>;

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
