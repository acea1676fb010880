import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';

import { ContentsList } from './contents-list.tsx';

it('the list of sections is a named landmark and opens without a script', () => {
  const html = renderToStaticMarkup(<ContentsList entries={[{ href: '#doses', text: 'Doses' }]} />);
  expect(html).toContain('<nav class="contents" aria-label="On this page">');
  expect(html).toContain('<details><summary class="contents__summary">On this page</summary>');
  expect(html).toContain('<a href="#doses">Doses</a>');
});
