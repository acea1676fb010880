import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';

import type { JsonLd } from './document-meta.ts';
import { atomFeed } from './feed.ts';
import { articleJsonLd, breadcrumbsJsonLd, definedTermJsonLd, faqJsonLd, websiteJsonLd, type ArticleFacts } from './json-ld.ts';
import { sitemapIndexXml, sitemapXml } from './sitemap.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['entry', 'link', 'url', 'sitemap'].includes(name),
  parseTagValue: false,
});

/** What a parser of another make reads. */
function read(xml: string): unknown {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml);
}

describe('a parser of another make', () => {
  it('reads the site map', () => {
    const entries = [
      { url: 'https://clinic.test/?a=1&b=<', lastModified: '2026-01-02T00:00:00.000Z' },
      { url: 'https://clinic.test/é' },
    ];
    expect(read(sitemapXml(entries))).toMatchObject({
      urlset: {
        '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
        url: [{ loc: entries[0]?.url, lastmod: entries[0]?.lastModified }, { loc: entries[1]?.url }],
      },
    });
    expect(read(sitemapIndexXml(entries))).toMatchObject({
      sitemapindex: { sitemap: [{ loc: entries[0]?.url, lastmod: entries[0]?.lastModified }, { loc: entries[1]?.url }] },
    });
  });

  it('reads the feed, and its text as it was', () => {
    const entry = {
      documentId: 'abc',
      title: 'Doses < limits & "more"',
      summary: 'About doses.',
      slug: 'doses',
      shortAnswer: 'First & <last>.',
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
    expect(read(atomFeed({ name: 'Fernhollow', tagline: 'Calm', origin: 'https://clinic.test' }, [entry]))).toMatchObject({
      feed: {
        '@_xmlns': 'http://www.w3.org/2005/Atom',
        id: 'https://clinic.test/',
        updated: entry.updatedAt,
        link: [{ '@_href': 'https://clinic.test/' }, { '@_rel': 'self', '@_href': 'https://clinic.test/feed.xml' }],
        entry: [
          {
            id: 'tag:clinic.test,2026-01-02:abc',
            title: entry.title,
            category: { '@_term': 'Sleep & rest' },
            content: { '@_type': 'html', '#text': expect.stringContaining('<p>First &amp; &lt;last&gt;.</p>') as string },
          },
        ],
      },
    });
  });
});

/** The vocabulary of schema.org: the properties of each type, those of what it is a kind of included. */
const vocabulary = readVocabulary();

function readVocabulary(): (type: string) => Set<string> | null {
  const folder = path.dirname(createRequire(import.meta.url).resolve('schema-dts'));
  const text = readFileSync(path.join(folder, 'schema.d.ts'), 'utf8');
  const interfaces = new Map<string, { parents: string[]; names: string[]; type: string | undefined }>();
  for (const [, name = '', parents = '', body = ''] of text.matchAll(
    /^(?:export )?interface (\w+) extends ([^{]+)\{(.*?)^\}/gms,
  )) {
    const names = [...body.matchAll(/^ {4}"([^"]+)"\??:/gm)].map(([, property = '']) => property);
    interfaces.set(name, {
      parents: [...parents.matchAll(/\w+/g)].map(([parent]) => parent),
      names,
      type: /^ {4}"@type": "([^"]+)"/m.exec(body)?.[1],
    });
  }
  const leaves = new Map([...interfaces].flatMap(([name, { type }]) => (type === undefined ? [] : [[type, name] as const])));
  const propertiesOf = (name: string): string[] => {
    const found = interfaces.get(name);
    return found ? [...found.names, ...found.parents.flatMap(propertiesOf)] : [];
  };
  return (type) => {
    const leaf = leaves.get(type);
    return leaf === undefined ? null : new Set([...propertiesOf(leaf), '@id', '@context']);
  };
}

/** What is said that schema.org has no word for. */
function unknownWords(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(unknownWords);
  if (typeof value !== 'object' || value === null) return [];
  const data = value as Record<string, unknown>;
  const types = [data['@type']].flat().map(String);
  const missing = types.filter((type) => vocabulary(type) === null);
  const known = types.map((type) => vocabulary(type) ?? new Set<string>());
  const properties = Object.keys(data).filter((property) => !known.some((names) => names.has(property)));
  return [...missing, ...properties.map((name) => `${types.join('+')}.${name}`), ...Object.values(data).flatMap(unknownWords)];
}

const publisher = { origin: 'https://clinic.test', siteName: 'Fernhollow' };
const person = { slug: 'rowan', name: 'Rowan', role: 'Writer', credentials: null, demo: false };
const reviewed: ArticleFacts = {
  slug: 'doses',
  title: 'Doses',
  seo: { title: 'Doses', description: 'About doses', canonicalUrl: null, noindex: false, shareImage: null },
  author: person,
  reviewer: person,
  sources: [
    {
      citationKey: 'ZAR06',
      authors: 'Zarate CA et al.',
      title: 'A randomized trial',
      journal: 'Arch Gen Psychiatry',
      year: 2006,
      volume: '63',
      issue: '8',
      pages: '856–864',
      doi: '10.1001/archpsyc.63.8.856',
      pmid: null,
      url: null,
      studyDesign: 'RANDOMIZED_TRIAL',
      sampleSize: 18,
      note: null,
      toVerify: false,
    },
  ],
  cover: { url: '/media/abcdefgh/fern.webp', width: 1600, height: 900, alt: 'A fern', decorative: false },
  category: { slug: 'ketamine-care', name: 'Ketamine care', palette: 'FERN' },
  firstPublishedAt: '2026-01-02T00:00:00.000Z',
  updatedAt: '2026-02-03T00:00:00.000Z',
  wordCount: 900,
  reviewState: 'CURRENT',
  lastReviewed: '2026-02-01',
};

describe('data for search engines', () => {
  it.each<[string, JsonLd]>([
    ['the site', websiteJsonLd(publisher)],
    ['a reviewed article', articleJsonLd(reviewed, publisher)],
    ['an article without review', articleJsonLd({ ...reviewed, reviewState: 'NONE' }, publisher)],
    [
      'a word',
      definedTermJsonLd({ term: 'SSRI', definition: 'A medicine.', href: '/glossary/ssri', alsoKnownAs: ['x'] }, publisher),
    ],
    ['questions', faqJsonLd([{ question: 'Why?', answer: 'Because.' }])],
    ['the way to a page', breadcrumbsJsonLd([{ name: 'Home', path: '/' }], publisher.origin)],
  ])('of %s is written in words of schema.org', (_what, data) => {
    expect(unknownWords(data)).toEqual([]);
  });

  it('would not pass with words that schema.org does not have', () => {
    expect(unknownWords({ '@type': 'Article', hedline: 'x', author: { '@type': 'Persn' } })).toEqual([
      'Article.hedline',
      'Persn',
      'Persn.@type',
    ]);
  });
});
