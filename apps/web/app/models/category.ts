import { toPaletteName, type PaletteName } from './article-card.ts';
import { smarten } from './typography.ts';

import { categoryPath } from '#app/config/paths.ts';
import type { Category } from '#app/content/categories.server.ts';

/** A shelf of the library. */
export interface CategoryView {
  name: string;
  href: string;
  description: string;
  palette: PaletteName;
  /** How many articles, where that is shown. */
  count?: number | undefined;
}

export function toCategory(category: Category): CategoryView {
  return {
    name: category.name,
    href: categoryPath(category),
    description: smarten(category.description),
    palette: toPaletteName(category.palette),
  };
}
