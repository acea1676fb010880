import { describe, expect, it } from 'vitest';

import { citationIndex, citedWork } from './citations.js';

const sources = [
  { citationKey: 'ZAR06', doi: '10.1001/archpsyc.63.8.856' },
  { citationKey: 'HER92', doi: null },
  { citationKey: 'SHO18', doi: '10.1016/S2215-0366(17)30272-9' },
];

describe('citedWork', () => {
  it('tells citations from ordinary links', () => {
    expect(citedWork('https://doi.org/10.1016/S2215-0366(17)30272-9')).toEqual({ doi: '10.1016/s2215-0366(17)30272-9' });
    expect(citedWork('http://dx.doi.org/10.1%2Fx')).toEqual({ doi: '10.1/x' });
    expect(citedWork('https://dx.doi.org/10.1/x%3C1')).toEqual({ doi: '10.1/x<1' });
    expect(citedWork('/sources/HER92')).toEqual({ citationKey: 'HER92' });
    expect(citedWork('/articles/x')).toBeNull();
    expect(citedWork('https://doi.org.evil.example/10.1/x')).toBeNull();
  });
});

describe('citationIndex', () => {
  const cite = citationIndex(sources);

  it('numbers a source by its place in the list, however it is cited', () => {
    expect(cite('/sources/HER92')).toEqual({ number: 2, source: sources[1] });
    expect(cite('https://doi.org/10.1016/s2215-0366(17)30272-9')?.number).toBe(3);
    expect(cite('/sources/ZAR06')?.number).toBe(1);
  });

  it('does not resolve a work that is not listed', () => {
    expect(cite('/sources/XXX99')).toBeNull();
    expect(cite('https://doi.org/10.9999/none')).toBeNull();
  });
});
