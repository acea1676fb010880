import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { ErrorPage } from './error-page.tsx';

import { toErrorPage } from '#app/models/error-page.ts';

const thrown = (status: number) => ({ status, statusText: '', internal: false, data: 'SELECT secret FROM internals' });
const render = (error: unknown) =>
  renderToStaticMarkup(
    <ErrorPage
      page={toErrorPage(error)}
      path="/articles?page=2"
      phone={{ href: 'tel:5550142', text: '555-0142' }}
      requestId="r-17"
    />,
  );

describe('error page', () => {
  it('leads on from what does not exist, and never names a request', () => {
    const html = render(thrown(404));
    expect(html).toContain('href="/articles"');
    expect(html).toContain('href="/"');
    expect(html).not.toContain('r-17');
  });

  it.each([thrown(503), thrown(500), new Error('SELECT secret FROM internals')])(
    'offers to try again when the fault is ours',
    (error) => {
      const html = render(error);
      expect(html).toContain('href="/articles?page=2">Try again</a>');
      expect(html).toContain('tel:5550142');
      expect(html).toContain('r-17');
    },
  );

  it('repeats nothing that the error said', () => {
    for (const error of [thrown(404), thrown(500), new Error('SELECT secret FROM internals'), 'SELECT secret FROM internals']) {
      expect(render(error)).not.toContain('SELECT');
    }
  });
});
