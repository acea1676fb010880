import { describe, expect, it } from 'vitest';

import { soundsLikeCrisis } from './crisis-words.ts';

describe('a search that sounds like a crisis', () => {
  it.each([
    'suicide',
    'Suicidal thoughts',
    'suiside',
    'sucidal',
    'how to kill myself',
    'I want to die',
    'I don’t want to live anymore',
    'i dont want to be here',
    'ending my life',
    'self-harm',
    'cutting myself',
    'took too many pills',
    'overdose',
    'no quiero vivir',
    '988',
  ])('%s', (text) => {
    expect(soundsLikeCrisis(text)).toBe(true);
  });

  it.each([
    '',
    'ketamine',
    'suspicious',
    'sunrise',
    'suitable doses',
    'sleep',
    'die Ruhe',
    'ego death',
    'cut-off scores',
    'decide',
  ])('not: %s', (text) => {
    expect(soundsLikeCrisis(text)).toBe(false);
  });
});
