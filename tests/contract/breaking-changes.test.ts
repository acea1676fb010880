import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { buildSchema, findBreakingChanges } from 'graphql';
import { describe, expect, it } from 'vitest';

import { root } from '../support/operations.ts';

const types = path.join(root, 'packages/types');
const decisions = path.join(root, 'docs/decisions');
const current = readFileSync(path.join(types, 'schema.graphql'), 'utf8');
const promised = path.join(types, 'schema.promised.graphql');
const records = readdirSync(decisions).map((name) => readFileSync(path.join(decisions, name), 'utf8'));

/** What a change breaks for those who build on the schema before it, and no decision record names word for word. */
const unnamed = (before: string, after: string) =>
  findBreakingChanges(buildSchema(before), buildSchema(after))
    .map(({ description }) => description)
    .filter((description) => !records.some((record) => record.includes(description)));

describe('the contract', () => {
  // After a change that breaks nothing, or that a decision record names: `vitest --project contract -u` promises the new schema.
  it('keeps what was promised, unless a decision record names what it breaks', async () => {
    expect(unnamed(readFileSync(promised, 'utf8'), current)).toEqual([]);
    await expect(current).toMatchFileSnapshot(promised);
  });

  it.each([
    ['a field that is gone', /^ {2}wordCount: Int!$/m, '', 'Article.wordCount was removed.'],
    [
      'a field that may be null now',
      /^ {2}wordCount: Int!$/m,
      '  wordCount: Int',
      'Article.wordCount changed type from Int! to Int.',
    ],
    ['a value that is gone', /^ {2}WITHDRAWN$/m, '', 'WITHDRAWN was removed from enum type ContentAction.'],
    ['a kind of block that is gone', /^ {2}\| FaqBlock$/m, '', 'FaqBlock was removed from union type ArticleBlock.'],
    [
      'an argument that has to be given now',
      /^ {4}first: Int = 25$/m,
      '    first: Int!',
      'Query.contentChanges arg first has changed type from Int to Int!.',
    ],
  ])('notices %s', (_what, text, replacement, description) => {
    const changed = current.replace(/^ *"[^"\n]+"\n(?= {2}(?:WITHDRAWN|wordCount))/gm, '').replace(text, replacement);
    expect(changed).not.toBe(current);
    expect(unnamed(current, changed).join()).toBe(description);
  });

  it('may grow', () => {
    const changed = current.replace(/^type Clinic \{$/m, 'type Clinic {\n  motto: String\n');
    expect(unnamed(current, changed)).toEqual([]);
  });
});
