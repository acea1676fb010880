import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { palettes } from './covers/palettes';
import { readDemoLibrary } from './read';

const library = readDemoLibrary(path.resolve(__dirname, '../../seed'));
const repeated = (values: string[]) => values.filter((value, i) => values.indexOf(value) !== i);

describe('the sources', () => {
  it('are each cited by an article, and each once in the list', () => {
    const cited = new Set(library.articles.flatMap(({ sources }) => sources));
    expect(library.sources.map(({ citationKey }) => citationKey).filter((key) => !cited.has(key))).toEqual([]);
    expect(repeated(library.sources.flatMap(({ doi }) => (doi === null ? [] : [doi.toLowerCase()])))).toEqual([]);
    expect(repeated(library.sources.map(({ title }) => title.toLowerCase()))).toEqual([]);
  });

  it('have a key made of their author and year', () => {
    const wrong = library.sources.filter(
      ({ citationKey, year }) => !new RegExp(`^[A-Z]{2,3}${String(year).slice(2)}b?$`).test(citationKey),
    );
    // A label is revised again and again, so its key names the drug and no year.
    expect(wrong.map(({ citationKey }) => citationKey)).toEqual(['LBK', 'LBE']);
  });

  it('lead to the work itself: by DOI, or by an address where it has none', () => {
    expect(library.sources.filter(({ doi }) => doi !== null && !/^10\.\d{4,}\/\S+$/.test(doi))).toEqual([]);
    expect(library.sources.filter(({ doi, url }) => url !== null && (doi !== null || !url.startsWith('https://')))).toEqual([]);
  });

  it('say what is still to be verified', () => {
    const open = library.sources.filter(({ toVerify }) => toVerify);
    expect(open.map(({ citationKey }) => citationKey).sort()).toEqual(
      ['BOR24', 'BRA19', 'BRE21', 'EVA18', 'FDA22', 'GRA22', 'GRE24', 'LBE', 'LBK', 'MEI25', 'TOP25', 'VAD24'].sort(),
    );
    expect(open.filter(({ note }) => !(note ?? '').includes('confirmed'))).toEqual([]);
  });
});

describe('the glossary', () => {
  it('explains 22 terms in a sentence each, and knows their other names', () => {
    expect(library.glossary).toHaveLength(22);
    expect(library.glossary.filter(({ definition }) => definition.length > 200 || !definition.endsWith('.'))).toEqual([]);
    expect(library.glossary.filter(({ alsoKnownAs }) => alsoKnownAs.length === 0)).toEqual([]);
  });

  it('uses no name for two things', () => {
    const names = library.glossary.flatMap(({ term, alsoKnownAs }) => [term, ...alsoKnownAs].map((name) => name.toLowerCase()));
    expect(repeated(names)).toEqual([]);
  });
});

describe('the shelves and the people', () => {
  it('are the six categories, each with a palette of its own and at least two articles', () => {
    expect(library.categories.map(({ slug }) => slug)).toEqual([
      'ketamine-care',
      'brain-science',
      'trauma-dissociation',
      'meaning-tradition',
      'whole-person',
      'talk-therapies',
    ]);
    expect(library.categories.map(({ palette }) => palette).sort()).toEqual(Object.keys(palettes).sort());
    const held = (slug: string) => library.articles.filter(({ category }) => category === slug).length;
    expect(library.categories.filter(({ slug }) => held(slug) < 2)).toEqual([]);
  });

  it('are three invented profiles that say so and claim no credentials', () => {
    expect(library.contributors).toHaveLength(3);
    const honest = library.contributors.filter(
      ({ demo, role, credentials, bio }) =>
        demo && role.startsWith('Demo profile') && credentials === null && JSON.stringify(bio).includes('not a real person'),
    );
    expect(honest).toHaveLength(3);
  });
});

describe('the clinic', () => {
  const { clinic, articles } = library;

  it('says everywhere that it does not exist', () => {
    expect(clinic.banner).toContain('do not exist');
    expect(clinic.name).toContain('demo clinic');
    expect([clinic.phone, clinic.fax]).toEqual(['555-0142', '555-0143']);
    expect(clinic.email).toMatch(/@example\.org$/);
  });

  it('features three articles of three categories', () => {
    const featured = articles.filter(({ slug }) => clinic.featuredArticles.includes(slug));
    expect(featured).toHaveLength(3);
    expect(new Set(featured.map(({ category }) => category)).size).toBe(3);
  });

  it('is open on five days of the week and offers seven services', () => {
    expect(repeated(clinic.hours.map(({ weekday }) => weekday))).toEqual([]);
    expect(clinic.hours.filter(({ opens, closes }) => opens !== null && closes !== null && opens < closes)).toHaveLength(5);
    expect(clinic.services).toHaveLength(7);
  });

  it('names help for every reader in danger, in the US and elsewhere', () => {
    expect(clinic.crisisContacts.map(({ call }) => call)).toEqual(['988', '988', '911', null]);
    expect(clinic.crisisContacts.map(({ url }) => url)).toEqual([
      'https://988lifeline.org',
      null,
      null,
      'https://findahelpline.com',
    ]);
    expect(clinic.disclaimer).toContain('use the crisis contacts below now');
  });
});
