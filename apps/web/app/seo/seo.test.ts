import { describe, expect, it } from 'vitest';

import { documentMeta } from './document-meta.ts';
import { atomFeed, jsonFeed } from './feed.ts';
import { articleJsonLd, breadcrumbsJsonLd, definedTermJsonLd, faqJsonLd, type ArticleFacts } from './json-ld.ts';
import { sitemapXml } from './sitemap.ts';

const page = {
  title: 'Ketamine doses',
  description: 'What the numbers mean.',
  path: '/articles?page=2',
  origin: 'https://clinic.test',
  siteName: 'Fernhollow',
  image: { url: '/share/site-0.png', width: 1200, height: 630, alt: 'A fern', type: 'image/png' },
};

describe('document meta', () => {
  it('names the page, its canonical address with the page number, and Open Graph', () => {
    expect(documentMeta(page)).toEqual(
      expect.arrayContaining([
        { title: 'Ketamine doses | Fernhollow' },
        { name: 'description', content: 'What the numbers mean.' },
        { tagName: 'link', rel: 'canonical', href: 'https://clinic.test/articles?page=2' },
        { property: 'og:url', content: 'https://clinic.test/articles?page=2' },
        { property: 'og:type', content: 'website' },
        { property: 'og:image', content: 'https://clinic.test/share/site-0.png' },
        { property: 'og:image:type', content: 'image/png' },
        { property: 'og:image:width', content: '1200' },
        { property: 'og:image:height', content: '630' },
        { property: 'og:image:alt', content: 'A fern' },
        { name: 'twitter:card', content: 'summary_large_image' },
      ]),
    );
  });

  it('does not repeat the name of the clinic', () => {
    expect(documentMeta({ ...page, title: 'Fernhollow' })).toContainEqual({ title: 'Fernhollow' });
  });

  it('leaves out the canonical address where search engines should leave out the page', () => {
    const meta = documentMeta({ ...page, noindex: true });
    expect(meta).toContainEqual({ name: 'robots', content: 'noindex' });
    expect(meta).not.toContainEqual(expect.objectContaining({ rel: 'canonical' }));
  });

  it("takes another site's address as canonical", () => {
    const meta = documentMeta({ ...page, canonicalUrl: 'https://original.test/x' });
    expect(meta).toContainEqual({ tagName: 'link', rel: 'canonical', href: 'https://original.test/x' });
  });
});

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
  cover: null,
  category: { slug: 'ketamine-care', name: 'Ketamine care', palette: 'FERN' },
  firstPublishedAt: '2026-01-02T00:00:00.000Z',
  updatedAt: '2026-02-03T00:00:00.000Z',
  wordCount: 900,
  reviewState: 'CURRENT',
  lastReviewed: '2026-02-01',
};
const publisher = { origin: 'https://clinic.test', siteName: 'Fernhollow' };

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

describe('site map', () => {
  it('escapes what XML reserves', () => {
    expect(sitemapXml([{ url: 'https://clinic.test/?a=1&b=<', lastModified: '2026-01-01' }])).toContain(
      '<url><loc>https://clinic.test/?a=1&amp;b=&lt;</loc><lastmod>2026-01-01</lastmod></url>',
    );
  });
});

describe('feeds', () => {
  const facts = { name: 'Fernhollow & Sons', tagline: 'Calm', origin: 'https://clinic.test' };
  const entry = {
    documentId: 'abc',
    title: 'Doses < limits',
    summary: 'About doses.',
    slug: 'doses',
    shortAnswer: 'It depends.\u0000',
    markdown: 'First.\n\nSecond & last.',
    url: 'https://clinic.test/articles/doses',
    attribution: 'Doses, by Rowan.',
    reviewState: 'NONE' as const,
    firstPublishedAt: '2026-01-02T00:00:00.000Z',
    updatedAt: '2026-02-03T00:00:00.000Z',
    author: { name: 'Rowan' },
    category: { name: 'Sleep' },
    seo: { noindex: false, canonicalUrl: null },
  };

  it('hold the whole text, what to say beside it, and an identifier that outlives the address', () => {
    const { items } = JSON.parse(jsonFeed(facts, [entry])) as { items: unknown[] };
    expect(items).toEqual([
      expect.objectContaining({
        id: 'tag:clinic.test,2026-01-02:abc',
        content_html: [
          '<p>It depends.</p>',
          '<p>First.</p>',
          '<p>Second &amp; last.</p>',
          '<p>Doses, by Rowan.</p>',
          '<p>Clinical review: not reviewed.</p>',
        ].join('\n'),
        authors: [{ name: 'Rowan' }],
      }),
    ]);
  });

  it('escape what XML reserves and leave out what it refuses', () => {
    const xml = atomFeed(facts, [entry]);
    expect(xml).toContain('<title>Fernhollow &amp; Sons</title>');
    expect(xml).toContain('<title>Doses &lt; limits</title>');
    expect(xml).toContain('<updated>2026-02-03T00:00:00.000Z</updated>');
    expect(xml).toContain('&lt;p&gt;Second &amp;amp; last.&lt;/p&gt;');
    expect(xml).not.toContain('\u0000');
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
