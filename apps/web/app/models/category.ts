import { toPaletteName, type PaletteName } from './article-card.ts';
import type { FilterItem } from './filter.ts';
import { smarten } from './typography.ts';

import { articlesPath, categoryPath } from '#app/config/paths.ts';
import type { Category } from '#app/content/categories.server.ts';

/** A shelf of the library. */
export interface CategoryView {
  name: string;
  href: string;
  description: string;
  palette: PaletteName;
}

export function toCategory(category: Category): CategoryView {
  return {
    name: category.name,
    href: categoryPath(category),
    description: smarten(category.description),
    palette: toPaletteName(category.palette),
  };
}

/** The listing's category links; `current` is the address of the category it is narrowed to. */
export function toCategoryFilter(categories: readonly Pick<Category, 'name' | 'slug'>[], current: string | null): FilterItem[] {
  return [
    { name: 'All articles', count: null, href: articlesPath(), current: current === null },
    ...categories.map(({ name, slug }) => ({
      name,
      count: null,
      href: articlesPath({ category: slug }),
      current: slug === current,
    })),
  ];
}
