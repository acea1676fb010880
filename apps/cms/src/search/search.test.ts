import { describe, expect, it } from 'vitest';

import { Finding } from './excerpt';
import { isOneTypoAway, variantsOf } from './near-words';
import { understand } from './query';
import { synonymsFrom } from './synonyms';
import { stemOf, wordsOf } from './words';

const stems = (...words: string[]) => new Set(words.map(stemOf));

describe('words', () => {
  it('are compared without case, accents and a possessive ending, wherever they stand', () => {
    expect(wordsOf('The clinic’s café: EMDR-based').map(({ word }) => word)).toEqual(['the', 'clinic', 'cafe', 'emdr', 'based']);
    expect(wordsOf('a ketamine trial')[1]).toMatchObject({ start: 2, end: 10 });
  });

  it('share a stem in all their forms', () => {
    for (const [one, other] of [
      ['therapy', 'therapies'],
      ['dissociate', 'dissociation'],
      ['wander', 'wandering'],
    ] as const) {
      expect(stemOf(one)).toBe(stemOf(other));
    }
  });
});

describe('a typing error', () => {
  it.each([
    ['ketamine', 'ketmine'],
    ['ketamine', 'kettamine'],
    ['ketamine', 'ketomine'],
    ['ketamine', 'ketaimne'],
    ['emdr', 'edmr'],
  ])('is one between %s and %s', (right, wrong) => {
    expect(isOneTypoAway(right, wrong)).toBe(true);
    expect(isOneTypoAway(wrong, right)).toBe(true);
    expect(variantsOf(right).some((variant) => variantsOf(wrong).includes(variant))).toBe(true);
  });

  it.each([
    ['ketamine', 'ketamine'],
    ['ketamine', 'ktmine'],
    ['ketamine', 'enimatek'],
    ['trauma', 'traumatic'],
  ])('is not what lies between %s and %s', (one, other) => {
    expect(isOneTypoAway(one, other)).toBe(false);
  });
});

describe('an excerpt', () => {
  const excerptOf = (texts: string[], found: Set<string>) =>
    new Finding(
      texts.map((text) => ({ id: null, heading: null, text })),
      found,
    ).excerpt();
  const long = `${'Words before it. '.repeat(40)}Ketamine may help some people. ${'Words after it. '.repeat(40)}`;

  it('is the passage with what was looked for, cut at words', () => {
    const pieces = excerptOf(['Nothing here.', long], stems('ketamine', 'help'));
    const text = pieces.map((piece) => piece.text).join('');
    expect(text).toMatch(/^… .* …$/);
    expect(text.length).toBeLessThan(250);
    expect(pieces.filter(({ isHit }) => isHit).map((piece) => piece.text)).toEqual(['Ketamine', 'help']);
  });

  it('is the beginning if nothing was found in the text', () => {
    expect(excerptOf(['First passage.\n\nSecond passage.'], stems('ketamine'))).toEqual([
      { text: 'First passage.', isHit: false },
    ]);
    expect(excerptOf([], stems('ketamine'))).toEqual([]);
  });

  it('keeps passages with more of what was looked for above those with more of one word', () => {
    const pieces = excerptOf(['ketamine ketamine ketamine', 'ketamine therapy'], stems('ketamine', 'therapy'));
    expect(pieces.map((piece) => piece.text).join('')).toBe('ketamine therapy');
  });
});

describe('headings', () => {
  it('come in the order of the text, the closest three of them', () => {
    const section = (id: string, heading: string, text = '') => ({ id, heading, text });
    const found = new Finding(
      [
        { id: null, heading: null, text: 'ketamine' },
        section('a', 'Other things', 'ketamine'),
        section('b', 'Ketamine'),
        section('c', 'Nothing'),
        section('d', 'Ketamine again', 'and ketamine'),
        section('e', 'More', 'ketamine'),
      ],
      stems('ketamine'),
    ).headings();
    expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });
});

describe('a question', () => {
  const vocabulary = (...known: string[]) => ({
    knows: (word: string) => Promise.resolve(known.some((one) => one === word || stemOf(one) === stemOf(word))),
    beginningWith: (prefix: string) => Promise.resolve(known.filter((word) => word.startsWith(prefix))),
    near: (word: string) => Promise.resolve(known.find((one) => isOneTypoAway(one, word)) ?? null),
  });
  const synonyms = synonymsFrom([{ term: 'Ketamine-assisted psychotherapy', alsoKnownAs: 'KAP\nketamine therapy' }]);

  it('leaves out words that every text has, unless there are no others', async () => {
    expect((await understand('what is a trauma', vocabulary('trauma'), [])).terms).toEqual([{ forms: [['trauma']] }]);
    expect((await understand('the', vocabulary('the'), [])).terms).toHaveLength(1);
  });

  it('takes every name of a thing for the thing, the longest first', async () => {
    const { terms } = await understand('KAP sessions', vocabulary('sessions'), synonyms);
    expect(terms[0]?.forms).toEqual([
      [stemOf('ketamine'), stemOf('assisted'), stemOf('psychotherapy')],
      ['kap'],
      [stemOf('ketamine'), stemOf('therapy')],
    ]);
    expect(await understand('ketamine therapy', vocabulary(), synonyms)).toEqual({ terms: [terms[0]], corrected: null });
  });

  it('puts one wrong word right and leaves the rest as it was written', async () => {
    const { corrected } = await understand('Does  Ketmine help?', vocabulary('ketamine', 'help'), []);
    expect(corrected).toBe('Does  ketamine help?');
  });

  it('is cut at twelve words', async () => {
    expect((await understand('word '.repeat(40), vocabulary('word'), [])).terms).toHaveLength(12);
  });
});
