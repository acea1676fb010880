import { describe, expect, it } from 'vitest';

import { markTerms } from './terms.ts';

const term = (slug: string, name: string, ...alsoKnownAs: string[]) => ({
  slug,
  term: name,
  alsoKnownAs,
  definition: `What ${name} means.`,
});
const terms = [
  term('ketamine', 'Ketamine', 'Ketalar'),
  term('kap', 'Ketamine-assisted psychotherapy', 'KAP'),
  term('act', 'ACT and psychological flexibility', 'ACT'),
  term('infusion', 'Infusion'),
];
/** The text with each term in brackets. */
const marked = (...texts: string[]) => {
  const { mark } = markTerms(terms);
  return texts.map((text) =>
    mark(text)
      .map((part) => (part.note ? `[${part.text}|${part.note.id}]` : part.text))
      .join(''),
  );
};

describe('glossary terms in a text', () => {
  it('are found at their first use only, whatever they are called there', () => {
    expect(marked('Ketamine helps. Ketalar too.', 'More ketamine.')).toEqual([
      '[Ketamine|term.ketamine] helps. Ketalar too.',
      'More ketamine.',
    ]);
  });

  it('are told apart from longer words and names', () => {
    expect(marked('Ketamine-assisted psychotherapy uses ketamine; a ketamine-like drug does not.')).toEqual([
      '[Ketamine-assisted psychotherapy|term.kap] uses [ketamine|term.ketamine]; a ketamine-like drug does not.',
    ]);
    expect(marked('Esketamine and norketamine.')).toEqual(['Esketamine and norketamine.']);
  });

  it('may stand in the plural', () => {
    expect(marked('After two infusions')).toEqual(['After two [infusions|term.infusion]']);
  });

  it('are no abbreviation where the text has an ordinary word', () => {
    expect(marked('You act. ACT is a therapy.')).toEqual(['You act. [ACT|term.act] is a therapy.']);
  });

  it('leave every letter of the text where it was', () => {
    const text = 'An infusion, then KAP: (ketamine).';
    const { mark } = markTerms(terms);
    expect(
      mark(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  it('come with their definition and their place in the glossary', () => {
    const marker = markTerms(terms);
    marker.mark('An infusion of ketamine.');
    expect(marker.found().map(({ term: name, definition }) => [name, definition])).toEqual([
      ['Infusion', 'What Infusion means.'],
      ['Ketamine', 'What Ketamine means.'],
    ]);
    expect(marker.found()[0]?.href).toContain('infusion');
  });

  it('are none where the glossary is empty, and none made of symbols break it', () => {
    expect(markTerms([]).mark('Ketamine')).toEqual([{ text: 'Ketamine', note: null }]);
    expect(markTerms([term('c', 'C++ (a language)')]).mark('ketamine')).toEqual([{ text: 'ketamine', note: null }]);
  });
});
