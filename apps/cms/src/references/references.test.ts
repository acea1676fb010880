import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { doiIn } from './doi';
import { readReference } from './parse';
import { keyFor, sourceFields } from './source-fields';
import { workShape } from './work';

function fieldsOf(text: string) {
  const pasted = readReference(text);
  if (!('work' in pasted)) throw new Error('This is a DOI.');
  return sourceFields(pasted.work);
}

const bibtex = String.raw`@article{zarate2006,
  author = {Zarate, Jr., Carlos A. and Singh, Jaskaran B. and M{\"u}ller, J{\'e}r{\^o}me},
  title = {A Randomized Trial of an {N}-methyl-{D}-aspartate Antagonist in Treatment-Resistant Major Depression},
  journal = {Archives of General Psychiatry},
  volume = {63}, number = {8}, pages = {856--864}, year = {2006}, month = aug,
  doi = {https://doi.org/10.1001/archpsyc.63.8.856},
  url = {https://jamanetwork.com/x},
  pmid = {16894061},
}`;

const ris = `TY  - JOUR
AU  - Berman, Robert M
AU  - Cappiello, Angela
AU  - Anand, Amit
AU  - Oren, Dan A
AU  - Heninger, George R
AU  - Charney, Dennis S
AU  - Krystal, John H
TI  - Antidepressant effects of ketamine in depressed patients
JF  - Biological Psychiatry
PY  - 2000
DA  - 2000/02/15/
VL  - 47
IS  - 4
SP  - 351
EP  - 354
DO  - 10.1016/S0006-3223(99)00230-9
DP  - NLM PubMed
AN  - 10686270
ER  - 
`;

const crossref = {
  type: 'journal-article',
  title: ['Ketamine <i>versus</i> ECT for Nonpsychotic\n Treatment-Resistant Major Depression &amp; more'],
  author: [
    { given: 'Amit', family: 'Anand', sequence: 'first', affiliation: [] },
    { name: 'ELEKT-D Group', sequence: 'additional' },
  ],
  'container-title': ['New England Journal of Medicine'],
  issued: { 'date-parts': [[2023, 6, 22]] },
  volume: '388',
  issue: '25',
  page: '2315-2325',
  DOI: '10.1056/nejmoa2302399',
  URL: 'https://doi.org/10.1056/nejmoa2302399',
};

describe('a reference', () => {
  it('is read from BibTeX', () => {
    expect(fieldsOf(bibtex)).toEqual({
      title: 'A Randomized Trial of an N-methyl-D-aspartate Antagonist in Treatment-Resistant Major Depression',
      authors: 'Zarate CA Jr, Singh JB, Müller J',
      journal: 'Archives of General Psychiatry',
      year: 2006,
      volume: '63',
      issue: '8',
      pages: '856–864',
      doi: '10.1001/archpsyc.63.8.856',
      pmid: '16894061',
    });
  });

  it('is read from RIS, with no more authors than a reader needs', () => {
    expect(fieldsOf(ris)).toEqual({
      title: 'Antidepressant effects of ketamine in depressed patients',
      authors: 'Berman RM, Cappiello A, Anand A, et al.',
      journal: 'Biological Psychiatry',
      year: 2000,
      volume: '47',
      issue: '4',
      pages: '351–354',
      doi: '10.1016/S0006-3223(99)00230-9',
      pmid: '10686270',
    });
  });

  it('is read as Crossref describes it, without markup', () => {
    expect(sourceFields(v.parse(workShape, crossref))).toEqual({
      title: 'Ketamine versus ECT for Nonpsychotic Treatment-Resistant Major Depression & more',
      authors: 'Anand A, ELEKT-D Group',
      journal: 'New England Journal of Medicine',
      year: 2023,
      volume: '388',
      issue: '25',
      pages: '2315–2325',
      doi: '10.1056/nejmoa2302399',
    });
  });

  it('to a book keeps its address, and its publisher in place of a journal', () => {
    const book =
      '@book{who2022, author={{World Health Organization}}, title={World mental health report}, publisher={WHO Press}, year={2022}, url={https://who.int/r}}';
    expect(fieldsOf(book)).toEqual({
      title: 'World mental health report',
      authors: 'World Health Organization',
      journal: 'WHO Press',
      year: 2022,
      url: 'https://who.int/r',
      studyDesign: 'book',
    });
  });

  it.each([
    ['words', 'Zarate et al. 2006', 'no reference'],
    ['an address', 'https://example.org/some/paper', 'no reference'],
    ['half of one', '@article{x, title={cut off', 'from its beginning to its end'],
    ['two at once', `${bibtex}\n${bibtex.replace('zarate2006', 'second')}`, 'Paste one at a time'],
  ])('is not made of %s', (_what, text, message) => {
    expect(() => readReference(text)).toThrow(message);
  });
});

describe('a DOI', () => {
  it.each([
    '10.1001/archpsyc.63.8.856',
    'doi:10.1001/archpsyc.63.8.856',
    'DOI: https://doi.org/10.1001/archpsyc.63.8.856.',
    ' http://dx.doi.org/10.1001/archpsyc.63.8.856 ',
    'https://doi.org/10.1001%2Farchpsyc.63.8.856',
  ])('is found in “%s”', (text) => {
    expect(readReference(text)).toEqual({ doi: '10.1001/archpsyc.63.8.856' });
  });

  it.each(['10.1', 'doi:', '10.1001/with a space', ''])('is not “%s”', (text) => {
    expect(doiIn(text)).toBeNull();
  });
});

it('a citation key is three letters and two digits', () => {
  expect(keyFor({ family: 'Zarate', given: 'Carlos' }, 2006)).toBe('ZAR06');
  expect(keyFor({ family: 'Ó Briain', given: 'Una' }, 1999)).toBe('OBR99');
  expect(keyFor({ family: 'Hart', 'non-dropping-particle': 'van der', given: 'Onno' }, 2010)).toBe('VDH10');
  expect(keyFor({ family: 'Li', given: 'Nanxin' }, 2010)).toBe('LI10');
  expect(keyFor({ family: 'World Health Organization' }, 2013)).toBe('WHO13');
  expect(keyFor({ literal: '世界' }, 2011)).toBe('REF11');
});
