import { toEvidence, type EvidenceView } from './evidence.ts';
import { toPicture, type PictureView } from './image.ts';
import { smarten } from './typography.ts';

import { articlePath, categoryPath } from '#app/config/paths.ts';
import type { ArticleCard } from '#app/content/articles.server.ts';

/** A family of colors, as the style sheet names it. */
export type PaletteName = 'fern' | 'slate' | 'clay' | 'plum' | 'ochre' | 'lagoon';

export interface CategoryLabel {
  name: string;
  href: string;
}

/** An article as lists show it. */
export interface ArticleCardView {
  href: string;
  title: string;
  summary: string;
  category: CategoryLabel | null;
  cover: CoverView;
  evidence: EvidenceView;
  readingTime: string;
}

/** A cover: the editors' picture, or a drawn one in the category's colors. */
export interface CoverView {
  picture: PictureView | null;
  palette: PaletteName;
  /** Two articles without a picture get two different drawings. */
  seed: string;
}

export function toArticleCard(article: ArticleCard): ArticleCardView {
  return {
    href: articlePath(article),
    title: smarten(article.title),
    summary: smarten(article.summary),
    category: article.category && { name: article.category.name, href: categoryPath(article.category) },
    cover: toCover(article),
    evidence: toEvidence(article.evidence),
    readingTime: readingTime(article.readingMinutes),
  };
}

export function toCover({ slug, cover, category }: Pick<ArticleCard, 'slug' | 'cover' | 'category'>): CoverView {
  return {
    picture: cover && toPicture(cover),
    palette: category ? toPaletteName(category.palette) : 'fern',
    seed: slug,
  };
}

export function toPaletteName(palette: Uppercase<PaletteName>): PaletteName {
  return palette.toLowerCase() as PaletteName;
}

export function readingTime(minutes: number): string {
  return `${minutes} min read`;
}
