import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { pictures } from '../screenshots/pictures.ts';
import { folder } from '../screenshots/stage.ts';
import { root } from '../support/operations.ts';

const guide = path.join(root, 'docs/editors.md');
const text = readFileSync(guide, 'utf8');
const shown = [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = '', file = '']) => ({ alt, file }));

it('the editors’ guide shows each picture that is taken, once, and no other', () => {
  const files = shown.map(({ file }) => path.resolve(path.dirname(guide), file));
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  expect(files.map((file) => path.relative(folder, file)).toSorted()).toEqual(Object.keys(pictures).toSorted());
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(pictures).toSorted());
});

it('the editors’ guide says in words what each picture shows', () => {
  expect(shown.filter(({ alt }) => alt.length < 20)).toEqual([]);
});

it('the editors’ guide leads to headings that it has', () => {
  const anchors = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
  expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
  expect(links.length).toBeGreaterThan(10);
});
