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

  it('is the same time of day on either side of a change, wherever the clinic is', () => {
    const instants = (...times: string[]) => times.map((time) => momentOf(time, zone));
    // Sunday, March 8, 2026: 1:59 is followed by 3:00. Sunday, November 1: 1:59 by 1:00 once more.
    expect(instants('2026-03-07T08:00', '2026-03-08T01:59', '2026-03-08T03:00', '2026-03-08T08:00')).toEqual([
      { at: '2026-03-07T13:00:00.000Z' },
      { at: '2026-03-08T06:59:00.000Z' },
      { at: '2026-03-08T07:00:00.000Z' },
      { at: '2026-03-08T12:00:00.000Z' },
    ]);
    expect(instants('2026-10-31T08:00', '2026-11-01T02:00', '2026-11-01T08:00')).toEqual([
      { at: '2026-10-31T12:00:00.000Z' },
      { at: '2026-11-01T07:00:00.000Z' },
      { at: '2026-11-01T13:00:00.000Z' },
    ]);
    // Others change on other days, or never.
    expect(momentOf('2026-03-20T08:00', 'Europe/Berlin')).toEqual({ at: '2026-03-20T07:00:00.000Z' });
    expect(momentOf('2026-07-15T08:00', 'America/Phoenix')).toEqual({ at: '2026-07-15T15:00:00.000Z' });
  });

  it('is said with its zone', () => {
    expect(inClinicWords('2026-03-09T12:00:00.000Z', zone)).toMatch(/Mon, Mar 9, 2026, 8:00\sAM EDT/);
  });
});
