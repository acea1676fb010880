import { describe, expect, it } from 'vitest';

import { referenceFile } from './reference-files.ts';

import type { Source } from '#app/content/sources.server.ts';

const trial: Source = {
  citationKey: 'ZAR06',
  authors: 'Zarate CA et al.',
  title: 'A trial of 50% & more',
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
  note: null,
  toVerify: false,
};
const book: Source = {
  ...trial,
  citationKey: 'HAA89',
  authors: 'van der Hart O, Nijenhuis ERS, Steele K',
  title: 'The Haunted Self',
  journal: 'Norton',
  volume: null,
  issue: null,
  pages: null,
  doi: null,
  pmid: null,
  url: 'https://books.test/haunted',
  studyDesign: 'BOOK',
};
const agency: Source = {
  ...book,
  citationKey: 'FDA23',
  authors: 'Center for Drugs, Evaluation and Research',
  studyDesign: 'REGULATORY_DOCUMENT',
};

describe('references as BibTeX', () => {
  const { text, contentType } = referenceFile([trial, book, agency], 'bib');

  it('are entries that a reference manager reads', () => {
    expect(contentType).toBe('application/x-bibtex; charset=utf-8');
    expect(text).toContain(
      [
        '@article{ZAR06,',
        '  author = {Zarate, C. A. and others},',
        '  title = {{A trial of 50\\% \\& more}},',
        '  journal = {Arch Gen Psychiatry},',
        '  year = {2006},',
        '  volume = {63},',
        '  number = {8},',
        '  pages = {856--864},',
        '  doi = {10.1001/archpsyc.63.8.856},',
        '  pmid = {16894061},',
        '}',
      ].join('\n'),
    );
  });

  it('tell books, and bodies from people', () => {
    expect(text).toContain('@book{HAA89,\n  author = {van der Hart, O. and Nijenhuis, E. R. S. and Steele, K.},');
    expect(text).toContain('  publisher = {Norton},');
    expect(text).toContain('@misc{FDA23,\n  author = {{Center for Drugs, Evaluation and Research}},');
  });

  it('cannot be broken by a title', () => {
    const { text: odd } = referenceFile([{ ...trial, title: 'A } brace, a \\ and a ~' }], 'bib');
    expect(odd).toContain('  title = {{A \\} brace, a \\textbackslash{} and a \\textasciitilde{}}},');
  });
});

describe('references as RIS', () => {
  it('are records of lines with a tag', () => {
    const { text, contentType } = referenceFile([trial, book], 'ris');
    expect(contentType).toBe('application/x-research-info-systems; charset=utf-8');
    const [first = '', second = ''] = text.split('\r\n\r\n');
    expect(first.split('\r\n')).toEqual([
      'TY  - JOUR',
      'ID  - ZAR06',
      'AU  - Zarate, C. A.',
      'TI  - A trial of 50% & more',
      'JO  - Arch Gen Psychiatry',
      'PY  - 2006',
      'VL  - 63',
      'IS  - 8',
      'SP  - 856',
      'EP  - 864',
      'DO  - 10.1001/archpsyc.63.8.856',
      'AN  - 16894061',
      'UR  - https://doi.org/10.1001/archpsyc.63.8.856',
      'ER  - ',
    ]);
    expect(second).toMatch(/^TY {2}- BOOK\r\n/);
  });

  it('keep a value on its line', () => {
    expect(referenceFile([{ ...trial, title: 'Two\nlines' }], 'ris').text).toContain('TI  - Two lines\r\n');
  });
});
