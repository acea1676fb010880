import { toContact, type ClinicContact } from './clinic.ts';
import { smarten } from './typography.ts';

import type { Clinic } from '#app/content/clinic.server.ts';

/** The clinic as its own page shows it. */
export interface AboutView {
  name: string;
  tagline: string;
  contact: ClinicContact;
  services: { name: string; description: string }[];
}

/** Closures that are over by `now` are left out. */
export function toAbout(clinic: Clinic, now: Date): AboutView {
  return {
    name: smarten(clinic.name),
    tagline: smarten(clinic.tagline),
    contact: toContactFrom(clinic, now),
    services: clinic.services.map(({ name, description }) => ({ name: smarten(name), description: smarten(description) })),
  };
}

/** How to reach the clinic from now on: without closures that are over. */
export function toContactFrom(clinic: Clinic, now: Date): ClinicContact {
  const today = dayIn(clinic.timeZone, now);
  return toContact({ ...clinic, closures: clinic.closures.filter(({ to }) => to >= today) });
}

/** The calendar day at a place. A time zone that does not exist counts as UTC: the page must not fail over it. */
function dayIn(timeZone: string, now: Date): string {
  try {
    // Swedish writes dates as ISO 8601 does.
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  } catch {
    return now.toISOString().slice(0, 10);
  }
}
