import { describe, expect, it } from 'vitest';

import { toAbout } from './about.ts';
import { toGlossary } from './glossary.ts';
import { toStandingText } from './standing-text.ts';

import type { Clinic } from '#app/content/clinic.server.ts';

const clinic: Clinic = {
  name: 'Fernhollow',
  tagline: 'Plain answers.',
  banner: null,
  address: ['100 Example Street'],
  phone: '555-0142',
  fax: null,
  email: 'hello@clinic.test',
  timeZone: 'America/New_York',
  hours: [],
  hoursNote: null,
  closures: [
    { from: '2026-05-25', to: '2026-05-25', reason: 'Memorial Day' },
    { from: '2026-12-24', to: '2026-12-26', reason: 'Winter break' },
  ],
  services: [{ name: 'EMDR', description: "A trauma therapy that's guided." }],
  crisisContacts: [],
  disclaimer: 'General education.',
};
const closures = (now: string, changes: Partial<Clinic> = {}) =>
  toAbout({ ...clinic, ...changes }, new Date(now)).contact.closures.map(({ reason }) => reason);

describe('about the clinic', () => {
  it('sets its services in type', () => {
    expect(toAbout(clinic, new Date('2026-01-01')).services).toEqual([
      { name: 'EMDR', description: 'A trauma therapy that’s guided.' },
    ]);
  });

  it('names a closure until its last day is over where the clinic is', () => {
    expect(closures('2026-01-01T12:00:00Z')).toEqual(['Memorial Day', 'Winter break']);
    // Late on May 25 in New York, May 26 in UTC.
    expect(closures('2026-05-26T03:00:00Z')).toEqual(['Memorial Day', 'Winter break']);
    expect(closures('2026-05-26T12:00:00Z')).toEqual(['Winter break']);
  });

  it('does without a time zone that does not exist', () => {
    expect(closures('2026-05-26T03:00:00Z', { timeZone: 'Sampleton/Nowhere' })).toEqual(['Winter break']);
  });
});

describe('a standing text', () => {
  it('has an anchor for every heading', () => {
    const heading = {
      type: 'heading' as const,
      level: 2 as const,
      children: [{ type: 'text' as const, text: 'If you contact us' }],
    };
    expect(toStandingText([heading, heading])).toMatchObject([{ id: 'if-you-contact-us' }, { id: 'if-you-contact-us-1' }]);
  });
});

describe('the glossary', () => {
  it('goes by letter, whatever the case or accent, and keeps what is no letter apart', () => {
    const term = (name: string) => ({ slug: name.toLowerCase(), term: name, alsoKnownAs: [], definition: 'A word.' });
    const letters = toGlossary(['zolpidem', 'Ébauche', 'EMDR', '5-HT'].map(term));
    expect(letters.map(({ letter, id, terms }) => [letter, id, terms.map((t) => t.term)])).toEqual([
      ['#', 'letter.other', ['5-HT']],
      ['E', 'letter.e', ['Ébauche', 'EMDR']],
      ['Z', 'letter.z', ['zolpidem']],
    ]);
  });
});
