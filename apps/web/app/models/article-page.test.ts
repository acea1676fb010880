import type { ArticleBody, RichText } from '@clinic/types';
import { describe, expect, it } from 'vitest';

import { toBody } from './article-body.ts';
import { toArticlePage, type ArticleSurroundings } from './article-page.ts';

import type { Article } from '#app/content/articles.server.ts';

const says = (text: string): RichText => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const cites = (key: string): RichText => [
  { type: 'paragraph', children: [{ type: 'link', url: `/sources/${key}`, children: [{ type: 'text', text: 'a trial' }] }] },
];
const heading = (text: string): RichText[number] => ({ type: 'heading', level: 2, children: [{ type: 'text', text }] });

const sources = [
  { citationKey: 'ZAR06', doi: null },
  { citationKey: 'MUR13', doi: null },
];
const body: ArticleBody = [
  { __typename: 'RichTextBlock', content: [heading('Doses'), ...cites('MUR13')] },
  {
    __typename: 'ComparisonTableBlock',
    caption: 'Two "plans"',
    cornerHeader: 'Aspect',
    columns: ['One', 'Two'],
    rows: [{ header: 'Aim', cells: [says('first'), cites('MUR13')] }],
    note: null,
  },
  { __typename: 'DoDontListBlock', heading: 'Doses', dos: ['rest'], donts: ['drive'] },
  { __typename: 'CareCardBlock', urgency: 'EMERGENCY', heading: 'Call 988 now if', content: says('you are in danger') },
  { __typename: 'FaqBlock', heading: null, items: [{ question: 'Is it legal?', answer: cites('ZAR06') }] },
];

describe("an article's body", () => {
  const { blocks, contents, backLinks } = toBody(body, sources);

  it('lists its sections with anchors that no other section has', () => {
    expect(contents).toEqual([
      { href: '#doses', text: 'Doses' },
      { href: '#doses-1', text: 'Doses' },
    ]);
    expect(blocks[2]).toMatchObject({ heading: { id: 'doses-1', text: 'Doses' } });
    expect(blocks[4]).toMatchObject({ type: 'faq', heading: null });
  });

  it('numbers citations by source and places in reading order, through every kind of block', () => {
    expect([1, 2].map((number) => backLinks(number).map(({ href }) => href))).toEqual([
      ['#cite.1.1'],
      ['#cite.2.1', '#cite.2.2'],
    ]);
  });

  it('tells every cell of a table its column', () => {
    expect(blocks[1]).toMatchObject({ caption: 'Two “plans”', rows: [{ cells: [{ column: 'One' }, { column: 'Two' }] }] });
  });

  it('goes on after a care card with the section named, unless a heading or nothing follows', () => {
    const card = body[3];
    const text = { __typename: 'RichTextBlock' as const, content: says('and then') };
    const section = { __typename: 'RichTextBlock' as const, content: [heading('Safety'), ...says('first')] };
    if (!card) throw new Error('no card');
    const resumed = (after: ArticleBody) => toBody([section, card, ...after], sources).blocks[1];
    expect(resumed([text])).toMatchObject({ resumes: 'Safety' });
    expect(resumed([section])).toMatchObject({ resumes: null });
    expect(resumed([card])).toMatchObject({ resumes: null });
    expect(resumed([])).toMatchObject({ resumes: null });
  });

  it('explains the glossary’s terms where running text first uses them, and nowhere else', () => {
    const glossary = [{ slug: 'ketamine', term: 'Ketamine', alsoKnownAs: [], definition: 'A drug.' }];
    const { blocks: shown, terms } = toBody(
      [
        { __typename: 'CareCardBlock', urgency: 'URGENT', heading: 'Ketamine', content: says('ketamine in a card') },
        { __typename: 'RichTextBlock', content: [heading('Ketamine'), ...says('ketamine here'), ...says('ketamine again')] },
      ],
      [],
      glossary,
    );
    expect(terms.map(({ id }) => id)).toEqual(['term.ketamine']);
    expect(JSON.stringify(shown).match(/"type":"term"/g)).toHaveLength(1);
    expect(shown[1]).toMatchObject({ content: [{}, { children: [{ type: 'term', noteId: 'term.ketamine' }, {}] }, {}] });
  });

  it('names urgency as the style sheet does', () => {
    expect(blocks[3]).toMatchObject({ type: 'care-card', urgency: 'emergency' });
  });
});

const person = { slug: 'rowan', name: 'Rowan', role: 'Writer', credentials: null, demo: false };
const article: Article = {
  slug: 'doses',
  title: "A clinic's doses",
  summary: 'What the numbers mean.',
  evidence: 'MIXED',
  readingMinutes: 6,
  firstPublishedAt: '2026-01-02T09:00:00.000Z',
  publishedAt: '2026-01-02T23:00:00.000Z',
  updatedAt: '2026-01-02T23:00:00.000Z',
  category: { slug: 'ketamine-care', name: 'Ketamine care', palette: 'SLATE' },
  cover: null,
  shortAnswer: 'It depends.',
  keyTakeaways: ['Ask first.'],
  evidenceNote: null,
  contentNote: null,
  body,
  sources: [],
  author: person,
  reviewer: { ...person, slug: 'avery', name: 'Avery' },
  related: [],
  seo: { title: 'Doses', description: 'About doses', canonicalUrl: null, noindex: false, shareImage: null },
  wordCount: 900,
  reviewState: 'CURRENT',
  lastReviewed: '2026-01-05',
  reviewDue: '2027-01-05',
  url: 'https://clinic.test/articles/doses',
};

const alone: ArticleSurroundings = { glossary: [], neighbors: { older: null, newer: null } };
const shown = (from: Article) => toArticlePage(from, alone);

describe("an article's page", () => {
  it('was updated only if a later day says so', () => {
    expect(shown(article).updated).toBeNull();
    expect(shown({ ...article, publishedAt: '2026-02-03T00:00:00.000Z' }).updated).toEqual({
      iso: '2026-02-03',
      text: 'February 3, 2026',
    });
  });

  it('is signed by sample profiles as soon as one person is invented', () => {
    expect(shown(article).sampleProfiles).toBe(false);
    expect(shown({ ...article, author: { ...person, demo: true } }).sampleProfiles).toBe(true);
    expect(shown({ ...article, reviewer: { ...person, demo: true } }).sampleProfiles).toBe(true);
    expect(shown({ ...article, author: null, reviewer: null }).sampleProfiles).toBe(false);
  });

  it('is no review by anybody while the text is a sample', () => {
    const sample = shown({ ...article, reviewState: 'DEMO' });
    expect(sample.sampleProfiles).toBe(true);
    expect(sample.review).toMatchObject({ state: 'sample', reviewed: null });
  });

  it('leads to its neighbors', () => {
    const newer = { slug: 'later', title: "A clinic's later page" };
    expect(toArticlePage(article, { ...alone, neighbors: { older: null, newer } }).neighbors).toEqual({
      older: null,
      newer: { title: 'A clinic’s later page', href: '/articles/later' },
    });
  });

  it('offers its references as files only where it has any', () => {
    expect(shown(article).downloads).toEqual([]);
  });

  it('lists the references among its sections only where there are any', () => {
    expect(shown(article).contents.map(({ text }) => text)).toEqual(['Doses', 'Doses']);
  });

  it('takes the colors of its category', () => {
    expect(shown(article).cover).toEqual({ picture: null, palette: 'slate', seed: 'doses' });
    expect(shown({ ...article, category: null }).cover.palette).toBe('fern');
  });
});
