import { describe, expect, it } from 'vitest';

import { toCrisisContacts } from './crisis.ts';

import { crisisContacts, type CrisisContact } from '#app/config/crisis.ts';

const line: CrisisContact = { label: 'County line', detail: 'Day and night.', call: '555 0100', sms: null, url: null };
const labels = (contacts: readonly CrisisContact[] | null) => toCrisisContacts(contacts).map(({ label }) => label);
const compiledIn = crisisContacts.map(({ label }) => label);

describe('crisis contacts', () => {
  it("are the CMS's where all of them can be used", () => {
    expect(toCrisisContacts([line])).toEqual([
      { label: 'County line', detail: 'Day and night.', links: [{ href: 'tel:5550100', text: 'Call 555 0100' }] },
    ]);
  });

  it.each<[string, readonly CrisisContact[] | null]>([
    ['the CMS is away', null],
    ['the list is empty', []],
    ['nobody can be reached', [{ ...line, call: null }]],
    ['a number cannot be dialed', [line, { ...line, call: 'see website' }]],
    ['an address leads elsewhere', [{ ...line, url: 'javascript:alert(1)' }]],
    ['a contact has no name', [{ ...line, label: ' ' }]],
  ])('are those compiled in where %s', (_why, contacts) => {
    expect(labels(contacts)).toEqual(compiledIn);
  });
});
