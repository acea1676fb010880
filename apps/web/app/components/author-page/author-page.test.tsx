import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { paragraphs } from '../rich-text/rich-text.fixtures.ts';

import { AuthorPage } from './author-page.tsx';

import type { PersonView } from '#app/models/person.ts';

const person: PersonView = {
  name: 'Avery Stone',
  href: '/authors/avery-stone',
  role: 'Psychiatrist',
  credentials: 'MD',
  bio: paragraphs('Avery has worked in outpatient care.'),
  portrait: null,
  sample: false,
};
const trail = [{ name: 'Avery Stone', path: '/authors/avery-stone' }];
const render = (shown: PersonView) =>
  renderToStaticMarkup(<AuthorPage person={shown} trail={trail} written={[]} reviewed={[]} pagination={null} />);

describe('a person’s page', () => {
  it('shows who they are, and no list where there is nothing to list', () => {
    const html = render(person);
    expect(html).toContain('Avery Stone, MD</h1>');
    expect(html).not.toMatch(/<h2|Sample/);
  });

  it('says it plainly where the person is invented', () => {
    expect(render({ ...person, sample: true })).toContain('This person does not exist, and has not reviewed anything.');
  });
});
