import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';

import { atomFeed, jsonFeed } from './feed.ts';

const facts = { name: 'Fernhollow & Sons', tagline: 'Calm', origin: 'https://clinic.test' };
const entry = {
  documentId: 'abc',
  title: 'Doses < limits & "more"',
  summary: 'About doses.',
  slug: 'doses',
  shortAnswer: 'First & <last>.\u0000',
  markdown: '## How much\n\nLess.',
  url: 'https://clinic.test/articles/doses',
  attribution: 'Doses, by Rowan.',
  reviewState: 'NONE' as const,
  firstPublishedAt: '2026-01-02T00:00:00.000Z',
  updatedAt: '2026-02-03T00:00:00.000Z',
  author: { name: 'Rowan' },
  category: { name: 'Sleep & rest' },
  seo: { noindex: false, canonicalUrl: null },
};
/** The text, what to say beside it, and an identifier that outlives the address. */
const id = 'tag:clinic.test,2026-01-02:abc';
const text = [
  '<p>First &amp; &lt;last&gt;.</p>',
  '<h2>How much</h2>\n<p>Less.</p>',
  '<p>Doses, by Rowan.</p>',
  '<p>Clinical review: not reviewed.</p>',
].join('\n');

describe('a parser that others wrote', () => {
  it('reads the Atom feed', () => {
    expect(parseAtomFeed(atomFeed(facts, [entry]))).toMatchObject({
      id: 'https://clinic.test/',
      title: { value: facts.name },
      updated: entry.updatedAt,
      links: [{ href: 'https://clinic.test/' }, { rel: 'self', href: 'https://clinic.test/feed.xml' }],
      entries: [
        {
          id,
          title: { value: entry.title },
          links: [{ href: entry.url }],
          published: entry.firstPublishedAt,
          updated: entry.updatedAt,
          authors: [{ name: 'Rowan' }],
          categories: [{ term: 'Sleep & rest' }],
          summary: { value: entry.summary },
          content: { type: 'html', value: text },
        },
      ],
    });
  });

  it('reads the JSON feed', () => {
    expect(parseJsonFeed(jsonFeed(facts, [entry]))).toMatchObject({
      title: facts.name,
      home_page_url: 'https://clinic.test/',
      feed_url: 'https://clinic.test/feed.json',
      items: [
        {
          id,
          url: entry.url,
          title: entry.title,
          summary: entry.summary,
          content_html: text,
          date_published: entry.firstPublishedAt,
          date_modified: entry.updatedAt,
          authors: [{ name: 'Rowan' }],
          tags: ['Sleep & rest'],
        },
      ],
    });
  });

  it('reads feeds without articles', () => {
    expect(parseAtomFeed(atomFeed(facts, []))).toMatchObject({ id: 'https://clinic.test/' });
    expect(parseJsonFeed(jsonFeed(facts, []))).toMatchObject({ title: facts.name });
  });
});

it('what XML refuses is left out', () => {
  expect(atomFeed(facts, [entry])).not.toContain('\u0000');
});
