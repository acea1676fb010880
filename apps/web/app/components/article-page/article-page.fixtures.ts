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
  downloads: [
    { name: 'BibTeX', href: '/articles/two-ways/references.bib' },
    { name: 'RIS', href: '/articles/two-ways/references.ris' },
  ],
  terms: [
    {
      id: 'term.ketamine',
      term: 'Ketamine',
      definition: 'An anesthetic drug that, in smaller amounts, can ease low mood for a short while.',
      href: '/glossary#ketamine',
    },
  ],
  author: writer,
  reviewer,
  review: {
    state: 'current',
    reviewed: { iso: '2026-03-20', text: 'March 20, 2026' },
    due: { iso: '2027-03-20', text: 'March 20, 2027' },
    notice: null,
  },
  sampleProfiles: false,
  firstPublished: { iso: '2026-03-01', text: 'March 1, 2026' },
  updated: { iso: '2026-04-02', text: 'April 2, 2026' },
  related: [],
  neighbors: {
    older: { title: 'Ketamine Dose Ranges Explained', href: '/articles/ketamine-dose-ranges-explained' },
    newer: null,
  },
  url: 'https://clinic.test/articles/two-ways',
};

/** Signed by invented people. */
export const sample: ArticlePageView = {
  ...reviewed,
  review: { state: 'sample', reviewed: null, due: null, notice: null },
  sampleProfiles: true,
  updated: null,
};

/** Real people, but the text has changed since the review. */
export const changed: ArticlePageView = {
  ...reviewed,
  review: {
    ...reviewed.review,
    state: 'changed',
    notice: {
      heading: 'Edited since its review',
      text: 'A clinician reviewed this page on March 20, 2026. It has been edited since then, and the edits have not been reviewed yet.',
    },
  },
};
