import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { Pagination } from './pagination.tsx';

import { articlesPath } from '#app/config/paths.ts';
import { toPagination } from '#app/models/pagination.ts';

const render = (page: number, pageCount: number) =>
  renderToStaticMarkup(<Pagination pagination={toPagination({ page, pageCount }, (n) => articlesPath({ page: n }))} />);

describe('pagination', () => {
  it('is left out where everything fits on one page', () => {
    expect(render(1, 1)).toBe('');
  });

  it('marks the present page and names the neighbors', () => {
    const html = render(2, 3);
    expect(html).toContain('href="/articles?page=2" aria-current="page"><span class="visually-hidden">Page </span>2</a>');
    expect(html).toContain('href="/articles" rel="prev">Newer articles</a>');
    expect(html).toContain('href="/articles?page=3" rel="next">Older articles</a>');
  });

  it('has no way beyond the first and the last page', () => {
    expect(render(1, 2)).not.toContain('rel="prev"');
    expect(render(2, 2)).not.toContain('rel="next"');
  });

  it('shows that pages are left out', () => {
    expect(render(6, 12).match(/…/g)).toHaveLength(2);
  });
});
