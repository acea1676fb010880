import type { Core } from '@strapi/strapi';
import { Temporal } from 'temporal-polyfill';

/** The zone in which the clinic's clocks go; editors speak of its time, wherever they are. */
export async function clinicTimeZone(strapi: Core.Strapi): Promise<string> {
  const clinic = (await strapi.db
    .query('api::clinic.clinic')
    .findOne({ where: {}, orderBy: { publishedAt: 'desc' }, select: ['timeZone'] })) as { timeZone: string | null } | null;
  return clinic?.timeZone ?? 'America/New_York';
}

/** An instant, or why a time on the clinic's clock is none. */
type Moment = { at: string } | { problem: string };

/**
 * The instant at which the clinic's clock shows a time, such as `2026-03-08T02:30`. When the clocks are put back, an hour comes twice: the
 * first is meant. When they are put forward, an hour is left out.
 */
export function momentOf(time: string, timeZone: string): Moment {
  let plain: Temporal.PlainDateTime;
  try {
    plain = Temporal.PlainDateTime.from(time);
  } catch {
    return { problem: 'Choose a day and a time.' };
  }
  const zoned = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  // In the hour that is left out, the clock never shows this time.
  if (!zoned.toPlainDateTime().equals(plain))
    return { problem: 'The clocks are put forward that night, and this time does not come. Choose another.' };
  return { at: new Date(zoned.epochMilliseconds).toISOString() };
}

/** An instant as people at the clinic say it: “Mon, Mar 9, 2026, 8:00 AM EDT”. */
export function inClinicWords(at: string | Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at));
}
