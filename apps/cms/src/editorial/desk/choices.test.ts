import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { choices } from './choices';

interface Schema {
  attributes: Record<string, { type: string; enum?: string[] }>;
}

const source = path.join(__dirname, '../..');
const values = ['api', 'components']
  .flatMap((folder) =>
    readdirSync(path.join(source, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  )
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => {
    const { attributes } = JSON.parse(readFileSync(path.join(source, file), 'utf8')) as Schema;
    return Object.values(attributes).flatMap((attribute) => attribute.enum ?? []);
  });

it('every choice of every field is told in words of its own', () => {
  expect(values.length).toBeGreaterThan(0);
  expect(Object.keys(choices).toSorted()).toEqual(values.toSorted());
});
