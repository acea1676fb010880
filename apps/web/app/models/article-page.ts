import { toBody, type BodyBlockView, type ContentsEntry } from './article-body.ts';
import { readingTime, toArticleCard, toCover, type ArticleCardView, type CategoryLabel, type CoverView } from './article-card.ts';
import { referenceListId } from './citations.ts';
import { toDay, type DayView } from './dates.ts';
import { toEvidence, type EvidenceView } from './evidence.ts';
import { countDesigns, toReferences, type DesignCount, type ReferenceView } from './reference.ts';
import { smarten } from './typography.ts';

import { authorPath, categoryPath } from '#app/config/paths.ts';
import type { Article } from '#app/content/articles.server.ts';

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
  author: BylineView | null;
  reviewer: BylineView | null;
  /** True while one of these people is invented: no clinical review has taken place. */
  sampleProfiles: boolean;
  firstPublished: DayView;
  /** Null if nothing changed after the day of first publication. */
  updated: DayView | null;
  related: ArticleCardView[];
}

type Byline = NonNullable<Article['author']>;

export function toArticlePage(article: Article): ArticlePageView {
  const { blocks, contents, backLinks } = toBody(article.body, article.sources);
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
    author: article.author && toByline(article.author),
    reviewer: article.reviewer && toByline(article.reviewer),
    sampleProfiles: [article.author, article.reviewer].some((person) => person?.demo),
    firstPublished,
    updated: updated.iso === firstPublished.iso ? null : updated,
    related: article.related.map(toArticleCard),
  };
}

function toByline(person: Byline): BylineView {
  return { name: person.name, href: authorPath(person), role: smarten(person.role), credentials: person.credentials };
}
