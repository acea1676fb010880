import { describe, expect, it } from 'vitest';

import { countCitations } from './citations.ts';
import { countDesigns, doiHref, toReferences, toWork } from './reference.ts';
import { toSourcePage } from './source-page.ts';

import type { Source } from '#app/content/sources.server.ts';

const source: Source = {
  citationKey: 'ZAR06',
  authors: 'Zarate CA et al.',
  title: 'A "randomized" trial',
  journal: 'Arch Gen Psychiatry',
  year: 2006,
  volume: '63',
  issue: '8',
  pages: '856–864',
  doi: '10.1001/archpsyc.63.8.856',
  pmid: '16894061',
  url: null,
  studyDesign: 'RANDOMIZED_TRIAL',
  sampleSize: 18,
  note: "The drug's first trial.",
  toVerify: false,
};

describe('a work as it is cited', () => {
  it('is set like a citation, each part ending as a sentence', () => {
    expect(toWork(source)).toMatchObject({
      authors: 'Zarate CA et al.',
      title: 'A “randomized” trial.',
      published: 'Arch Gen Psychiatry 2006;63(8):856–864.',
      design: 'Randomized trial',
      sample: '18 people',
      note: 'The drug’s first trial.',
    });
    expect(toWork({ ...source, authors: 'WHO', title: 'Does it work?', volume: null, issue: null, pages: null })).toMatchObject({
      authors: 'WHO.',
      title: 'Does it work?',
      published: 'Arch Gen Psychiatry 2006.',
    });
  });

  it('counts people in words that fit', () => {
    expect([1, 1200, null].map((sampleSize) => toWork({ ...source, sampleSize }).sample)).toEqual([
      '1 person',
      '1,200 people',
      null,
    ]);
  });

  it('leads to the DOI, else to the address, else to PubMed, and to nothing that is no web address', () => {
    expect(toWork(source)).toMatchObject({
      link: { text: 'doi:10.1001/archpsyc.63.8.856' },
      pubmed: { href: 'https://pubmed.ncbi.nlm.nih.gov/16894061/' },
    });
    expect(toWork({ ...source, doi: null, url: 'https://www.fda.gov/x' }).link).toEqual({
      href: 'https://www.fda.gov/x',
      text: 'fda.gov',
    });
    expect(toWork({ ...source, doi: null, url: 'javascript:alert(1)' })).toMatchObject({
      link: { text: 'PubMed 16894061' },
      pubmed: null,
    });
    expect(toWork({ ...source, doi: null, pmid: null }).link).toBeNull();
  });

  it('keeps the slashes of a DOI and escapes what would change the address', () => {
    expect(doiHref('10.1016/S0006-3223(99)00230-9')).toBe('https://doi.org/10.1016/S0006-3223(99)00230-9');
    expect(doiHref('10.1/a?b#c')).toBe('https://doi.org/10.1/a%3Fb%23c');
  });
});

describe('a reference list', () => {
  it('is numbered in the order of the sources and leads back to every place', () => {
    const { cite, backLinks } = countCitations([source, { citationKey: 'FDA23', doi: null }]);
    cite('/sources/FDA23');
    cite('https://doi.org/10.1001/ARCHPSYC.63.8.856');
    cite('/sources/FDA23');
    const [first, second] = toReferences([source, { ...source, citationKey: 'FDA23', doi: null }], backLinks);
    expect(first).toMatchObject({ id: 'ref.1', href: '/sources/ZAR06', backLinks: [{ href: '#cite.1.1', place: 1 }] });
    expect(second?.backLinks.map(({ href }) => href)).toEqual(['#cite.2.1', '#cite.2.2']);
  });

  it('is counted by kind of work, in the order of the contract', () => {
    const designs = ['BOOK', 'RANDOMIZED_TRIAL', 'META_ANALYSIS', 'RANDOMIZED_TRIAL'] as const;
    expect(countDesigns(designs.map((studyDesign) => ({ studyDesign })))).toEqual([
      { count: 1, kind: 'meta-analysis' },
      { count: 2, kind: 'randomized trials' },
      { count: 1, kind: 'book' },
    ]);
  });
});

describe("a source's own page", () => {
  it('has a headline without a period, and says what its kind of work can show', () => {
    expect(toSourcePage({ ...source, title: 'So how special is special K?' }).heading).toBe('So how special is special K?');
    expect(toSourcePage({ ...source, title: 'A trial.' })).toMatchObject({
      heading: 'A trial',
      designWeight: 'Chance decides who gets which treatment, so the groups can be compared fairly.',
    });
  });
});
