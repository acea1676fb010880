import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';

import { Breadcrumbs } from './breadcrumbs.tsx';

it('links every step but the last, which is this page', () => {
  const html = renderToStaticMarkup(
    <Breadcrumbs
      trail={[
        { name: 'Home', path: '/' },
        { name: 'Brain science', path: '/categories/brain-science' },
      ]}
    />,
  );
  expect(html).toContain('href="/">Home</a>');
  expect(html).toContain('<span aria-current="page">Brain science</span>');
});
