import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import type { JsonLd } from './document-meta.ts';
import { articleJsonLd, breadcrumbsJsonLd, definedTermJsonLd, faqJsonLd, websiteJsonLd, type ArticleFacts } from './json-ld.ts';

const publisher = { origin: 'https://clinic.test', siteName: 'Fernhollow' };
const person = { slug: 'rowan', name: 'Rowan', role: 'Writer', credentials: null, demo: false };
const article: ArticleFacts = {
  slug: 'doses',
  title: 'Doses',
  seo: { title: 'Doses', description: 'About doses', canonicalUrl: null, noindex: false, shareImage: null },
  author: person,
  reviewer: { ...person, slug: 'avery', name: 'Avery', role: 'Reviewer' },
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

describe('article JSON-LD', () => {
  it('names author, reviewer and the works cited', () => {
    expect(articleJsonLd(article, publisher)).toMatchObject({
      '@type': ['MedicalWebPage', 'Article'],
      url: 'https://clinic.test/articles/doses',
      author: { name: 'Rowan', url: 'https://clinic.test/authors/rowan' },
      reviewedBy: { name: 'Avery' },
      lastReviewed: '2026-02-01',
      publisher: { '@type': 'MedicalClinic' },
      citation: [{ name: 'A randomized trial', url: 'https://doi.org/10.1001/archpsyc.63.8.856' }],
    });
  });

  it.each([
    ['the reviewer', { author: person, reviewer: { ...person, demo: true } }],
    ['the author', { author: { ...person, demo: true }, reviewer: person }],
  ])('claims no review while %s is a demo profile', (_who, people) => {
    expectNoReview({ ...article, ...people });
  });

  it.each(['DUE', 'CHANGED', 'NONE', 'DEMO'] as const)('claims no review while its state is %s', (reviewState) => {
    expectNoReview({ ...article, reviewState });
  });

  it('claims no review of an unknown day', () => {
    expectNoReview({ ...article, lastReviewed: null });
  });

  function expectNoReview(facts: ArticleFacts): void {
    const data = articleJsonLd(facts, publisher);
    expect(data).not.toHaveProperty('reviewedBy');
    expect(data).not.toHaveProperty('lastReviewed');
    expect(data).toHaveProperty('publisher.@type', 'Organization');
  }
});

describe('breadcrumbs', () => {
  it('numbers the trail from 1 and gives absolute addresses', () => {
    const data = breadcrumbsJsonLd(
      [
        { name: 'Home', path: '/' },
        { name: 'Doses', path: '/articles/doses' },
      ],
      publisher.origin,
    );
    expect(data).toMatchObject({
      itemListElement: [
        { position: 1, item: 'https://clinic.test/' },
        { position: 2, name: 'Doses', item: 'https://clinic.test/articles/doses' },
      ],
    });
  });
});

describe('words and questions', () => {
  it('are described as schema.org has them', () => {
    const term = { term: 'SSRI', definition: 'A medicine.', href: '/glossary/ssri', alsoKnownAs: [] };
    expect(definedTermJsonLd(term, publisher)).toMatchObject({
      '@type': 'DefinedTerm',
      url: 'https://clinic.test/glossary/ssri',
      inDefinedTermSet: { '@type': 'DefinedTermSet', url: 'https://clinic.test/glossary' },
    });
    expect(faqJsonLd([{ question: 'Why?', answer: 'Because.' }])).toMatchObject({
      '@type': 'FAQPage',
      mainEntity: [{ '@type': 'Question', name: 'Why?', acceptedAnswer: { '@type': 'Answer', text: 'Because.' } }],
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

describe('data for search engines', () => {
  it.each<[string, JsonLd]>([
    ['the site', websiteJsonLd(publisher)],
    ['a reviewed article', articleJsonLd(article, publisher)],
    ['an article without review', articleJsonLd({ ...article, reviewState: 'NONE' }, publisher)],
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
