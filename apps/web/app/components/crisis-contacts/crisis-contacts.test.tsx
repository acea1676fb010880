import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';

import { CrisisContacts } from './crisis-contacts.tsx';

import { toCrisisContacts } from '#app/models/crisis.ts';

it('gives every way to reach every contact, at the anchor that the strip leads to', () => {
  const html = renderToStaticMarkup(<CrisisContacts contacts={toCrisisContacts(null)} />);
  expect(html).toContain('id="crisis"');
  for (const href of ['tel:988', 'sms:988', 'tel:911', 'https://findahelpline.com']) expect(html).toContain(`href="${href}"`);
  expect(html).toContain('href="https://988lifeline.org/chat" rel="noreferrer"');
});
