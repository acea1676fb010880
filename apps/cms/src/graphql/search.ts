import type { GraphQLResolveInfo } from 'graphql';

import { reading } from '../database/reading';
import type { CategoryCount } from '../search/engine';
import { search, type Hit } from '../search/find';

import { noteDocuments, noteKinds } from './answers/tags';
import { articlesById } from './articles';
import { badInput } from './bad-input';
import { documentsInOrder } from './documents';
import { pageInfo, toSlice, type PaginationArg } from './pagination';

export interface SearchArgs {
  query: string;
  category?: string | null;
  pagination?: PaginationArg | null;
}

const MOST_CHARACTERS = 200;

/** What a search finds, best first. */
export async function searchArticles({ query, category, pagination }: SearchArgs) {
  if (query.length > MOST_CHARACTERS) throw badInput(`query may have at most ${MOST_CHARACTERS} characters.`);
  const slice = toSlice(pagination);
  noteKinds('article', 'category', 'glossaryTerm');
  const { hits, total, counts, corrected } = await search(strapi, { text: query, category: category ?? null, ...slice });
  return { nodes: hits, didYouMean: corrected, counts, pageInfo: pageInfo(slice, total) };
}

export const searchResultFields = {
  categories: async ({ counts }: { counts: CategoryCount[] }) => {
    const ids = counts.map(({ categoryId }) => categoryId);
    noteDocuments('category', ids);
    const categories = await reading(strapi, () => documentsInOrder('category', ids));
    return counts.flatMap(({ count }, i) => (categories[i] ? [{ category: categories[i], count }] : []));
  },
};

export const searchHitFields = {
  article: async ({ documentId }: Hit, _args: object, context: object, info: GraphQLResolveInfo) =>
    (await articlesById([documentId], context, info))[0] ?? null,
  excerpt: ({ finding }: Hit) => finding.excerpt(),
  headings: ({ finding }: Hit) => finding.headings(),
};
