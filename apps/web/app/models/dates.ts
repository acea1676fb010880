/** A day as people read it and as machines do. */
export interface DayView {
  /** For `<time dateTime>`. */
  iso: string;
  text: string;
}

const long = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** The day of an instant or date. Always UTC, so that every server says the same. */
export function toDay(isoInstant: string): DayView {
  const date = new Date(isoInstant);
  return { iso: date.toISOString().slice(0, 10), text: long.format(date) };
}
