import { toBody, type BodyBlockView, type ContentsEntry } from './article-body.ts';
import { readingTime, toArticleCard, toCover, type ArticleCardView, type CategoryLabel, type CoverView } from './article-card.ts';
import { referenceListId } from './citations.ts';
import { toDay, type DayView } from './dates.ts';
import { toEvidence, type EvidenceView } from './evidence.ts';
import { referenceFormats, type ReferenceFormat } from './reference-files.ts';
import { countDesigns, toReferences, type DesignCount, type ReferenceView } from './reference.ts';
import { toReview, type ReviewView } from './review.ts';
import type { TermNote } from './terms.ts';
import { smarten } from './typography.ts';

import { articlePath, articleReferencesPath, authorPath, categoryPath } from '#app/config/paths.ts';
import type { Article, ArticleNeighbors } from '#app/content/articles.server.ts';
import type { GlossaryTerm } from '#app/content/glossary.server.ts';

/** Someone named on an article's page. */
export interface BylineView {
  name: string;
  href: string;
  role: string;
  credentials: string | null;
}

/** Everything an article's page shows. */
export interface ArticlePageView {
  title: string;
  category: CategoryLabel | null;
  cover: CoverView;
  readingTime: string;
  shortAnswer: string;
  keyTakeaways: string[];
  contentNote: string | null;
  evidence: EvidenceView & {
    note: string | null;
    /** What kinds of work the article rests on. */
    restsOn: DesignCount[];
  };
  contents: ContentsEntry[];
  blocks: BodyBlockView[];
  references: ReferenceView[];
  /** The references as files for reference managers. */
  downloads: { name: string; href: string }[];
  /** The glossary's terms that the text uses. */
  terms: TermNote[];
  author: BylineView | null;
  reviewer: BylineView | null;
  review: ReviewView;
  /** True while one of these people is invented: no clinical review has taken place. */
  sampleProfiles: boolean;
  firstPublished: DayView;
  /** Null if nothing changed after the day of first publication. */
  updated: DayView | null;
  related: ArticleCardView[];
  /** The articles of the same category that were published before and after this one. */
  neighbors: { older: NeighborView | null; newer: NeighborView | null };
  /** The page's address, for paper and for letters to the clinic. */
  url: string;
}

/** An article that stands beside another. */
export interface NeighborView {
  title: string;
  href: string;
}

type Byline = NonNullable<Article['author']>;

/** What an article's page shows beyond the article itself. */
export interface ArticleSurroundings {
  glossary: readonly GlossaryTerm[];
  neighbors: ArticleNeighbors;
}

export function toArticlePage(article: Article, { glossary, neighbors: { older, newer } }: ArticleSurroundings): ArticlePageView {
  const { blocks, contents, backLinks, terms } = toBody(article.body, article.sources, glossary);
  const review = toReview(article);
  const firstPublished = toDay(article.firstPublishedAt);
  const updated = toDay(article.publishedAt);
  return {
    title: smarten(article.title),
    category: article.category && { name: article.category.name, href: categoryPath(article.category) },
    cover: toCover(article),
    readingTime: readingTime(article.readingMinutes),
    shortAnswer: smarten(article.shortAnswer),
    keyTakeaways: article.keyTakeaways.map((takeaway) => smarten(takeaway)),
    contentNote: article.contentNote && smarten(article.contentNote),
    evidence: {
      ...toEvidence(article.evidence),
      note: article.evidenceNote && smarten(article.evidenceNote),
      restsOn: countDesigns(article.sources),
    },
    contents: article.sources.length > 0 ? [...contents, { href: `#${referenceListId}`, text: 'References' }] : contents,
    blocks,
    references: toReferences(article.sources, backLinks),
    downloads: article.sources.length > 0 ? downloadsOf(article) : [],
    terms,
    author: article.author && toByline(article.author),
    reviewer: article.reviewer && toByline(article.reviewer),
    review,
    sampleProfiles: review.state === 'sample' || [article.author, article.reviewer].some((person) => person?.demo),
    firstPublished,
    updated: updated.iso === firstPublished.iso ? null : updated,
    related: article.related.map(toArticleCard),
    neighbors: { older: older && toNeighbor(older), newer: newer && toNeighbor(newer) },
    url: article.url,
  };
}

function downloadsOf(article: Article): ArticlePageView['downloads'] {
  return (Object.keys(referenceFormats) as ReferenceFormat[]).map((format) => ({
    name: referenceFormats[format].name,
    href: articleReferencesPath({ slug: article.slug, format }),
  }));
}

function toNeighbor(neighbor: NonNullable<ArticleNeighbors['older']>): NeighborView {
  return { title: smarten(neighbor.title), href: articlePath(neighbor) };
}

function toByline(person: Byline): BylineView {
  return { name: person.name, href: authorPath(person), role: smarten(person.role), credentials: person.credentials };
}
