import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';

import { CrisisStrip } from './crisis-strip.tsx';

import { toCrisisContacts } from '#app/models/crisis.ts';

it("offers the first contact's numbers the way to all of them, and the way out", () => {
  const html = renderToStaticMarkup(<CrisisStrip contacts={toCrisisContacts(null)} />);
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    'tel:988',
    'sms:988',
    '#crisis',
    'https://www.weather.gov/',
  ]);
});
