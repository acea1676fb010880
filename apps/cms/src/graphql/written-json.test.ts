import { describe, expect, it } from 'vitest';

import { toJson, WrittenJson } from './written-json';

describe('an answer as JSON', () => {
  it('is what JSON.stringify makes of it', () => {
    const answer = {
      data: { a: null, b: [1, 'two', true, { c: 'a "quoted" \u2028 text' }], d: {}, e: [], f: undefined, g: -0.5 },
    };
    expect(toJson(answer)).toBe(JSON.stringify(answer));
  });

  it('passes on what was written before', () => {
    const text = '[{"type":"paragraph","children":[]}]';
    expect(toJson({ content: new WrittenJson(text), heading: null })).toBe(`{"content":${text},"heading":null}`);
    expect(JSON.stringify({ content: new WrittenJson(text) })).toBe(`{"content":${text}}`);
  });
});
