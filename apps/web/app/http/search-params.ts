import { categoryParam } from './category-param.ts';
import { pageParam } from './page-param.ts';

import type { SearchQuestion } from '#app/models/search.ts';

/** What the address of a search asks for; null if no page can have it. */
export function searchParams(url: string, longest: number): SearchQuestion | null {
  const page = pageParam(url);
  const params = new URL(url).searchParams;
  const text = (params.get('q') ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  // A cut between the halves of a character would leave no text.
  const query = text
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  const category = categoryParam(url);
  return page === null || category === undefined ? null : { query, category, page };
}
