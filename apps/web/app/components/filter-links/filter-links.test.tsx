import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';

import { FilterLinks } from './filter-links.tsx';

it('marks the present choice, counts, and offers no link to nothing', () => {
  const html = renderToStaticMarkup(
    <FilterLinks
      heading="Topics"
      id="topics"
      items={[
        { name: 'All', count: null, href: '/articles', current: false },
        { name: 'Brain science', count: 3, href: '/articles?category=brain-science', current: true },
        { name: 'Talk therapies', count: 0, href: null, current: false },
      ]}
    />,
  );
  const links = [...html.matchAll(/<a [^>]*href="([^"]*)"([^>]*)>/g)].map(([, href, rest]) => [href, rest]);
  expect(links).toEqual([
    ['/articles', ''],
    ['/articles?category=brain-science', ' aria-current="true"'],
  ]);
  expect(html).toContain('Talk therapies');
});
