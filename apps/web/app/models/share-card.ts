import { toPaletteName, type PaletteName } from './article-card.ts';
import { smarten } from './typography.ts';

import type { ArticleCard } from '#app/content/articles.server.ts';

/** What a picture shows that stands for a page where somebody shares it. */
export interface ShareCard {
  title: string;
  /** What kind of page it is, in a few words. */
  label: string | null;
  /** Whose page it is; null where the title says so. */
  clinic: string | null;
  palette: PaletteName;
  /** Where the cover stands, as a path of the site; null where one is drawn. */
  cover: string | null;
  /** Two pages without a cover get two different drawings. */
  seed: string;
}

/** An article's: its title beside its cover. */
export function toArticleShareCard(
  { slug, title, category, cover }: Pick<ArticleCard, 'slug' | 'title' | 'category' | 'cover'>,
  clinic: string,
): ShareCard {
  return {
    title: smarten(title),
    label: category && smarten(category.name),
    clinic,
    palette: category ? toPaletteName(category.palette) : 'fern',
    cover: cover && new URL(cover.url).pathname,
    seed: slug,
  };
}

/** Every other page's: the clinic's name and what it stands for. */
export function toSiteShareCard({ name, tagline }: { name: string; tagline: string | null }): ShareCard {
  return { title: name, label: tagline, clinic: null, palette: 'fern', cover: null, seed: 'fernhollow' };
}
