import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';

import { CategoryFilter } from './category-filter.tsx';

import { toCategoryFilter } from '#app/models/category.ts';

it('marks the topic the list is narrowed to, and offers the way back to all', () => {
  const html = renderToStaticMarkup(
    <CategoryFilter items={toCategoryFilter([{ name: 'Brain science', slug: 'brain-science' }], 'brain-science')} />,
  );
  expect(html).toContain('href="/articles">All articles</a>');
  expect(html).toContain('href="/articles?category=brain-science" aria-current="true">Brain science</a>');
});
