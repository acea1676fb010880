import { describe, expect, it } from 'vitest';

import { inClinicWords, momentOf } from './clinic-time';

const zone = 'America/New_York';

describe('a time on the clinic’s clock', () => {
  it('is the instant that it is there, in winter and in summer', () => {
    expect(momentOf('2026-01-15T08:00', zone)).toEqual({ at: '2026-01-15T13:00:00.000Z' });
    expect(momentOf('2026-07-15T08:00', zone)).toEqual({ at: '2026-07-15T12:00:00.000Z' });
  });

  it('is the first of two when the clocks are put back', () => {
    expect(momentOf('2026-11-01T01:30', zone)).toEqual({ at: '2026-11-01T05:30:00.000Z' });
  });

  it('is none in the hour that is left out, nor without a day', () => {
    expect(momentOf('2026-03-08T02:30', zone)).toEqual({ problem: expect.stringContaining('put forward') as string });
    expect(momentOf('soon', zone)).toEqual({ problem: 'Choose a day and a time.' });
  });

  it('is said with its zone', () => {
    expect(inClinicWords('2026-03-09T12:00:00.000Z', zone)).toMatch(/Mon, Mar 9, 2026, 8:00\sAM EDT/);
  });
});
