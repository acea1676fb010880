import { evidenceScale, toEvidence } from './evidence.ts';
import type { FilterItem } from './filter.ts';

import { articlesPath } from '#app/config/paths.ts';
import type { ArticleListing, EvidenceLevel, ListingQuestion, ListingSort } from '#app/content/articles.server.ts';
import type { Category } from '#app/content/categories.server.ts';
import { categoryParam } from '#app/http/category-param.ts';

/** The ways to narrow and sort the listing; each link keeps the other choices. */
export interface ListingFilters {
  topics: FilterItem[];
  evidence: FilterItem[];
  sorts: FilterItem[];
}

const sortNames: Record<ListingSort, string> = { newest: 'Newest first', updated: 'Recently updated', title: 'Title, A to Z' };

/** What the address of the listing asks for; null where it holds a choice that does not exist. */
export function toListingQuestion(url: string, page: number | null): ListingQuestion | null {
  const params = new URL(url).searchParams;
  const category = categoryParam(url);
  const sort = params.get('sort') ?? 'newest';
  const evidence = params.get('evidence');
  const level = evidenceScale.find((badge) => badge.level === evidence)?.level ?? null;
  if (page === null || category === undefined || !Object.hasOwn(sortNames, sort) || (evidence !== null && level === null))
    return null;
  return { page, category, evidence: level && (level.toUpperCase() as EvidenceLevel), sort: sort as ListingSort };
}

/** The listing's address with other choices; a change goes back to its first page. */
export function listingPath(question: ListingQuestion, change: Partial<ListingQuestion> = {}): string {
  const { page, category, evidence, sort } = { ...question, page: 1, ...change };
  return articlesPath({
    page,
    category: category ?? undefined,
    evidence: evidence?.toLowerCase(),
    sort: sort === 'newest' ? undefined : sort,
  });
}

export function toListingFilters(
  question: ListingQuestion,
  { categories: byCategory, evidence: byEvidence }: Pick<ArticleListing, 'categories' | 'evidence'>,
  categories: readonly Pick<Category, 'name' | 'slug'>[],
): ListingFilters {
  const inCategory = new Map(byCategory.map(({ category, count }) => [category.slug, count]));
  const withEvidence = new Map(byEvidence.map(({ level, count }) => [level, count]));
  const choice = (name: string, count: number, change: Partial<ListingQuestion>, current: boolean): FilterItem => ({
    name,
    count,
    href: count > 0 || current ? listingPath(question, change) : null,
    current,
  });
  return {
    topics: [
      choice('All topics', sum(inCategory), { category: null }, question.category === null),
      ...categories.map(({ name, slug }) =>
        choice(name, inCategory.get(slug) ?? 0, { category: slug }, slug === question.category),
      ),
    ],
    evidence: [
      choice('Any evidence', sum(withEvidence), { evidence: null }, question.evidence === null),
      ...evidenceScale.map(({ level, label }) => {
        const evidence = level.toUpperCase() as EvidenceLevel;
        return choice(label, withEvidence.get(evidence) ?? 0, { evidence }, evidence === question.evidence);
      }),
    ],
    sorts: (Object.keys(sortNames) as ListingSort[]).map((sort) => ({
      name: sortNames[sort],
      count: null,
      href: listingPath(question, { sort }),
      current: sort === question.sort,
    })),
  };
}

/** What a narrowed listing is called, for example `Articles on Ketamine care with mixed evidence`. */
export function listingTitle({ evidence }: ListingQuestion, category: string | null): string {
  const topic = category === null ? 'Articles' : `Articles on ${category}`;
  return evidence === null ? topic : `${topic}, evidence: ${toEvidence(evidence).label.toLowerCase()}`;
}

function sum(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}
