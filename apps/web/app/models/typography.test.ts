import { describe, expect, it } from 'vitest';

import { smarten } from './typography.ts';

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
