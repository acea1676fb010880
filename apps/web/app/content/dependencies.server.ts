import { AsyncLocalStorage } from 'node:async_hooks';

import { valueFromASTUntyped } from 'graphql';

import type { AnswerVisitor } from './answer.server.ts';

/** What the content of a page was made from. */
export interface Dependencies {
  /**
   * `article` for "any article", `article:SLUG` for one that was read, the same for every kind of the change feed, and `*` for whatever there is.
   */
  tags: Set<string>;
  /** When it stops being true by itself, in milliseconds since 1970; Infinity if it never does. */
  expiresAt: number;
  /** Whether the CMS owes us an answer, so that what was made is not the whole. */
  failed: boolean;
}

const recorded = new AsyncLocalStorage<Dependencies>();
let underway = 0;

/** Does some work and notes what it reads of the CMS meanwhile. */
export async function recordDependencies<T>(work: () => Promise<T>): Promise<{ result: T; dependencies: Dependencies }> {
  const dependencies: Dependencies = { tags: new Set(), expiresAt: Infinity, failed: false };
  underway += 1;
  try {
    return { result: await recorded.run(dependencies, work), dependencies };
  } finally {
    underway -= 1;
    // As long as it is on, Node does some work for every callback, also for visitors who get what is there.
    if (underway === 0) recorded.disable();
  }
}

/** What stands for the page that is being made, as long as it is; undefined while none is. */
export function currentPage(): object | undefined {
  return recorded.getStore();
}

/** Notes that the CMS did not answer. */
export function noteFailure(): void {
  const current = recorded.getStore();
  if (current) current.failed = true;
}

/** What an answer holds that those who make something of it depend on. */
export type Holdings = Pick<Dependencies, 'tags' | 'expiresAt'>;

/** Notes what an answer holds for whoever records it. */
export function noteHoldings({ tags, expiresAt }: Holdings): void {
  const current = recorded.getStore();
  if (!current) return;
  for (const tag of tags) current.tags.add(tag);
  current.expiresAt = Math.min(current.expiresAt, expiresAt);
}

/** The kinds of documents that decide by their number and order what a field answers. What is not named here depends on everything. */
const kindsOfField: Record<string, readonly string[]> = {
  'Query.article': ['article'],
  'Query.articleBySlug': ['article', 'redirect'],
  'Query.articleNeighbors': ['article'],
  'Query.articles': ['article'],
  'Query.articles_connection': ['article'],
  'Query.categories': ['category'],
  'Query.categoryBySlug': ['category'],
  'Query.contributors': ['contributor'],
  'Query.contributorBySlug': ['contributor'],
  'Query.sources': ['source'],
  'Query.sourceByKey': ['source'],
  'Query.glossaryTerms': ['glossaryTerm'],
  'Query.glossaryTermBySlug': ['glossaryTerm'],
  'Query.clinic': ['clinic'],
  'Query.redirect': ['redirect'],
  'Query.search': ['article', 'category', 'glossaryTerm'],
  'Article.related': ['article'],
  'Clinic.featuredArticles': ['article'],
};

const documents: Record<string, { kind: string; key: string }> = {
  Article: { kind: 'article', key: 'slug' },
  Category: { kind: 'category', key: 'slug' },
  Contributor: { kind: 'contributor', key: 'slug' },
  GlossaryTerm: { kind: 'glossaryTerm', key: 'slug' },
  Source: { kind: 'source', key: 'citationKey' },
  Image: { kind: 'media', key: 'url' },
};

/** Who asks for a document by its address depends on it, whatever is read of it, and also if there is none. */
const askedFor: Record<string, { kind: string; by: string }> = {
  'Query.articleBySlug': { kind: 'article', by: 'slug' },
  'Query.categoryBySlug': { kind: 'category', by: 'slug' },
  'Query.contributorBySlug': { kind: 'contributor', by: 'slug' },
  'Query.glossaryTermBySlug': { kind: 'glossaryTerm', by: 'slug' },
  'Query.sourceByKey': { kind: 'source', by: 'citationKey' },
};

/** The tag of one document. Files are known by their name, which the feed and the site's addresses share. */
export function tagOf(kind: string, key: string): string {
  return `${kind}:${kind === 'media' ? key.slice(key.lastIndexOf('/') + 1) : key}`;
}

/** Collects what an answer holds while it is read. */
export function collectHoldings(now: number, variables: Record<string, unknown>): { holdings: Holdings; visitor: AnswerVisitor } {
  const holdings: Holdings = { tags: new Set(), expiresAt: Infinity };
  const { tags } = holdings;
  const visitor: AnswerVisitor = {
    field: (type, name, given) => {
      const kinds = kindsOfField[`${type}.${name}`] ?? (type === 'Query' ? ['*'] : []);
      for (const kind of kinds) tags.add(kind);
      const asked = askedFor[`${type}.${name}`];
      const address = asked && given.find((argument) => argument.name.value === asked.by);
      const key = address && valueFromASTUntyped(address.value, variables);
      if (asked && typeof key === 'string') tags.add(tagOf(asked.kind, key));
    },
    object: (type, data) => {
      const document = documents[type];
      const key = document && data[document.key];
      if (document && typeof key === 'string') tags.add(tagOf(document.kind, key));
      for (const day of lastDaysOf(type, data)) holdings.expiresAt = Math.min(holdings.expiresAt, expiryOf(day, now));
    },
  };
  return { holdings, visitor };
}

/** The days after which something is said differently: a review is overdue, a closure is over. */
function lastDaysOf(type: string, data: Record<string, unknown>): string[] {
  const day = type === 'Article' ? data['reviewDue'] : type === 'Closure' ? data['to'] : null;
  return typeof day === 'string' ? [day] : [];
}

const QUARTER_MS = 900_000;
const HOUR_MS = 4 * QUARTER_MS;

/**
 * A day begins and ends at a quarter of an hour, at one place 26 hours after another: around it a page is made anew every quarter, which
 * spares it from knowing where the clinic is.
 */
function expiryOf(day: string, now: number): number {
  const begins = Date.parse(day) - 14 * HOUR_MS;
  const over = Date.parse(day) + 38 * HOUR_MS;
  if (now < begins) return begins;
  return now < over ? (Math.floor(now / QUARTER_MS) + 1) * QUARTER_MS : Infinity;
}
