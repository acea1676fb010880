import { toArticleCard, type ArticleCardView } from './article-card.ts';
import { soundsLikeCrisis } from './crisis-words.ts';
import type { FilterItem } from './filter.ts';
import { toPagination, type PaginationView } from './pagination.ts';
import { smarten } from './typography.ts';

import { articlePath, glossaryTermPath, searchPath } from '#app/config/paths.ts';
import type { GlossaryTerm } from '#app/content/glossary.server.ts';
import type { SearchResults } from '#app/content/search.server.ts';

/** What somebody asked for. */
export interface SearchQuestion {
  /** Without spaces around it; empty if nothing was asked. */
  query: string;
  /** The address of a category, to look only there. */
  category: string | null;
  page: number;
}

/** Part of an excerpt. */
interface ExcerptView {
  text: string;
  hit: boolean;
}

/** An article that was found, and where in it. */
export interface SearchHitView extends ArticleCardView {
  excerpt: ExcerptView[];
  /** The parts of the article closest to what was asked. */
  parts: { text: string; href: string }[];
}

/** What a search page shows below its box. */
export interface SearchResultsView {
  total: number;
  /** The name of the category that the list is narrowed to. */
  within: string | null;
  hits: SearchHitView[];
  /** The search as it was understood, if a typing error was put right. */
  corrected: { text: string; href: string } | null;
  /** The topics in which something was found; empty where they leave no choice. */
  filter: FilterItem[];
  /** The glossary's word for exactly what was asked. */
  term: { term: string; definition: string; href: string } | null;
  pagination: PaginationView | null;
}

export function toSearchResults(
  found: SearchResults,
  { query, category }: SearchQuestion,
  glossary: readonly GlossaryTerm[],
): SearchResultsView {
  const filter = toFilter(found, query, category);
  return {
    total: found.pageInfo.total,
    within: filter.find(({ current }, i) => current && i > 0)?.name ?? null,
    hits: found.nodes.flatMap(toHit),
    corrected: found.didYouMean === null ? null : { text: found.didYouMean, href: searchPath({ query: found.didYouMean }) },
    filter: found.categories.length > 1 || (category !== null && found.categories.length > 0) ? filter : [],
    term: termFor(found.didYouMean ?? query, glossary),
    pagination: toPagination(found.pageInfo, (page) => searchPath({ query, category: category ?? undefined, page })),
  };
}

/** Whether help has to come before what was found. */
export function needsHelp({ query }: SearchQuestion, corrected: string | null): boolean {
  return soundsLikeCrisis(query) || (corrected !== null && soundsLikeCrisis(corrected));
}

function toHit({ article, excerpt, headings }: SearchResults['nodes'][number]): SearchHitView[] {
  if (!article) return [];
  const href = articlePath(article);
  return [
    {
      ...toArticleCard(article),
      excerpt: excerpt.map(({ text, isHit }) => ({ text: smarten(text), hit: isHit })),
      parts: headings.map(({ id, text }) => ({ text: smarten(text), href: `${href}#${encodeURIComponent(id)}` })),
    },
  ];
}

function toFilter({ categories }: SearchResults, query: string, current: string | null): FilterItem[] {
  const all = categories.reduce((sum, { count }) => sum + count, 0);
  return [
    { name: 'All topics', count: all, href: searchPath({ query }), current: current === null },
    ...categories.map(({ category: { slug, name }, count }) => ({
      name,
      count,
      href: searchPath({ query, category: slug }),
      current: slug === current,
    })),
  ];
}

function termFor(query: string, glossary: readonly GlossaryTerm[]): SearchResultsView['term'] {
  const asked = plain(query);
  const found = glossary.find(({ term, alsoKnownAs }) => [term, ...alsoKnownAs].some((name) => plain(name) === asked));
  return found ? { term: smarten(found.term), definition: smarten(found.definition), href: glossaryTermPath(found) } : null;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
