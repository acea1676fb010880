import { readFileSync } from 'node:fs';

import { articleBodyFragment } from '@clinic/types';
import { buildSchema, parse, print, validate } from 'graphql';
import { expect, it } from 'vitest';

const schema = buildSchema(readFileSync(new URL('../../packages/types/schema.graphql', import.meta.url), 'utf8'));

it("an article's body can be asked for with the fragment that the package publishes", () => {
  const query = `query { articles { body { ...ArticleBody } } } ${print(articleBodyFragment)}`;
  expect(validate(schema, parse(query))).toEqual([]);
});
