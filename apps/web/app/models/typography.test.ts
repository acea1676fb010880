import { describe, expect, it } from 'vitest';

import { beginning, smarten } from './typography.ts';

describe('smarten', () => {
  it.each([
    ['"Responded" usually means', '“Responded” usually means'],
    ["Hanuman's story", 'Hanuman’s story'],
    ["patients' own words", 'patients’ own words'],
    ['a signal for "stop."', 'a signal for “stop.”'],
    ['("off-label")', '(“off-label”)'],
    [`"She said 'no' twice"`, '“She said ‘no’ twice”'],
    ["the '90s", 'the ’90s'],
    ['already “set”, nothing changes', 'already “set”, nothing changes'],
  ])('sets %s', (straight, set) => {
    expect(smarten(straight)).toBe(set);
  });

  it('goes on from the run before it', () => {
    expect(smarten("'s gift", 'n')).toBe('’s gift');
    expect(smarten('" he said', '.')).toBe('” he said');
  });
});

describe('the beginning of a text', () => {
  it.each([
    ['Short.', 20, 'Short.'],
    ['One thing. Another thing. A third thing that is long.', 30, 'One thing. Another thing.'],
    ['Is it so? Nobody can say that in one line.', 12, 'Is it so?'],
    ['A reanalysis of the study: level by level', 27, 'A reanalysis of the study…'],
    ['Version 2.5 of a very long thing that has no end', 20, 'Version 2.5 of a…'],
    ['Unbreakableunbreakable', 10, 'Unbreakabl…'],
  ])('of %j within %d is %j', (text, most, shown) => {
    expect(beginning(text, most)).toBe(shown);
  });
});
