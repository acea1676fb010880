import { expect, it } from 'vitest';

import { feedHtml } from './feed-text.ts';

it('keeps headings, lists, tables, pictures and links of an article', () => {
  const html = feedHtml(
    '## Doses\n\n- low\n- high\n\n| Drug | mg |\n| --- | --- |\n| A | 5 |\n\n![A fern](https://clinic.test/media/abcdefgh/fern.webp)\n\n[More](https://clinic.test/glossary)',
    'doses',
  );
  for (const part of [
    '<h2>Doses</h2>',
    '<li>low</li>',
    '<th>Drug</th>',
    '<td>5</td>',
    '<img src="https://clinic.test/media/abcdefgh/fern.webp" alt="A fern"',
  ]) {
    expect(html).toContain(part);
  }
  expect(html).toContain('<a href="https://clinic.test/glossary">More</a>');
});

it('numbers the works, with anchors of this article alone', () => {
  const html = feedHtml('It works.[^1]\n\n[^1]: Zarate CA (2006).', 'doses');
  expect(html).toContain('href="#doses-fn-1"');
  expect(html).toContain('id="doses-fn-1"');
  expect(html).toContain('Zarate CA (2006).');
});

it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[x](javascript:alert(1))'])(
  'lets nothing run (%s)',
  (text) => {
    expect(feedHtml(text, 'doses')).not.toMatch(/<script|<img|javascript:/);
  },
);
