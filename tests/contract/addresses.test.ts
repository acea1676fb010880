import { readdirSync } from 'node:fs';

import { expect, it } from 'vitest';

import { isReserved, isStandingPage } from '../../apps/cms/src/contract/addresses.ts';

/** The addresses of the site's routes that take no parameter, as their files name them. */
const addresses = readdirSync(new URL('../../apps/web/app/routes', import.meta.url)).flatMap((file) => {
  const name = file.replace(/\.tsx?$/, '');
  if (name.includes('$') || name.endsWith('.test')) return [];
  const inBrackets = /^\[(.+)\]$/.exec(name)?.[1];
  const path = inBrackets ?? name.replace(/(?:^|\.)_index$/, '').replace('_.', '/');
  return [`/${path}`];
});

it('the CMS knows every page that the site always has: links may lead there, and nothing else stands there', () => {
  expect(addresses).toContain('/glossary');
  // What a search box asks while somebody types is no page.
  expect(addresses.filter((path) => !isStandingPage(path) && !isReserved(path))).toEqual(['/search/suggestions']);
});
