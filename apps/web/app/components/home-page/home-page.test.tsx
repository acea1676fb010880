import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { complete } from '../article-card/article-card.fixtures.ts';

import { HomePage } from './home-page.tsx';

const cards = ['one', 'two', 'three'].map((slug) => ({ ...complete, href: `/articles/${slug}` }));
const render = (featured: typeof cards) =>
  renderToStaticMarkup(
    <HomePage
      heading="Understand your options"
      intro="Plain answers."
      featured={featured}
      categories={[{ name: 'Brain science', href: '/categories/brain-science', description: 'How it works.', palette: 'slate' }]}
    />,
  );

describe('home page', () => {
  it('shows the first featured article large and the others smaller', () => {
    expect(render(cards).match(/article-card--\w+/g)).toEqual(['article-card--lead', 'article-card--half', 'article-card--half']);
  });

  it('does without featured articles', () => {
    const html = render([]);
    expect(html).not.toContain('article-card');
    expect(html).toContain('href="/categories/brain-science"');
  });

  it('has one heading of the first level and leads to an appointment', () => {
    const html = render(cards);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('href="/book-a-consultation"');
  });
});
