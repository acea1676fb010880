import { paragraphs } from '../rich-text/rich-text.fixtures.ts';

import type { ArticlePageView, BylineView } from '#app/models/article-page.ts';
import { toEvidence } from '#app/models/evidence.ts';
import type { ReferenceView } from '#app/models/reference.ts';

const writer: BylineView = { name: 'Rowan Hale', href: '/authors/rowan-hale', role: 'Health writer', credentials: null };
const reviewer: BylineView = { name: 'Avery Stone', href: '/authors/avery-stone', role: 'Psychiatrist', credentials: 'MD' };

export const reference: ReferenceView = {
  id: 'ref.1',
  number: 1,
  href: '/sources/ZAR06',
  backLinks: [
    { href: '#cite.1.1', place: 1 },
    { href: '#cite.1.2', place: 2 },
  ],
  authors: 'Zarate CA et al.',
  title: 'A randomized trial of an N-methyl-D-aspartate antagonist.',
  published: 'Arch Gen Psychiatry 2006;63(8):856–864.',
  year: 2006,
  design: 'Randomized trial',
  sample: '18 people',
  note: 'A small trial of a single dose.',
  toVerify: false,
  link: { href: 'https://doi.org/10.1001/archpsyc.63.8.856', text: 'doi:10.1001/archpsyc.63.8.856' },
  pubmed: null,
};

export const reviewed: ArticlePageView = {
  title: 'Two Ways Clinics Use Ketamine',
  category: { name: 'Ketamine care', href: '/categories/ketamine-care' },
  cover: { picture: null, palette: 'fern', seed: 'two-ways' },
  readingTime: '9 min read',
  shortAnswer: 'The drug is the same; the plan around it differs.',
  keyTakeaways: ['The lift often fades within days or weeks.', 'Both plans need monitoring.'],
  contentNote: 'This article mentions suicidal thoughts.',
  evidence: {
    ...toEvidence('MIXED'),
    note: 'The badge covers both plans.',
    restsOn: [{ count: 1, kind: 'randomized trial' }],
  },
  contents: [
    { href: '#the-short-version', text: 'The short version' },
    { href: '#ref.list', text: 'References' },
  ],
  blocks: [{ type: 'rich-text', content: paragraphs('Ketamine is an anesthetic.') }],
  references: [reference],
  author: writer,
  reviewer,
  sampleProfiles: false,
  firstPublished: { iso: '2026-03-01', text: 'March 1, 2026' },
  updated: { iso: '2026-04-02', text: 'April 2, 2026' },
  related: [],
};

/** Signed by invented people. */
export const sample: ArticlePageView = { ...reviewed, sampleProfiles: true, updated: null };
