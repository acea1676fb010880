import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';

import { SiteFooter } from './site-footer.tsx';

import { toChrome } from '#app/models/clinic.ts';

it('stands without the CMS: crisis contacts and every standing page, nothing invented about the clinic', () => {
  const html = renderToStaticMarkup(<SiteFooter chrome={toChrome(null)} />);
  expect(html).toContain('href="tel:988"');
  for (const path of ['/articles', '/glossary', '/about', '/book-a-consultation', '/editorial-policy', '/privacy', '/accessibility']) {
    expect(html).toContain(`href="${path}"`);
  }
  expect(html).not.toContain('<address');
});
