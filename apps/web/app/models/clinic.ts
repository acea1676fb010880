import { email, telephone, type ContactLink } from './contact.ts';
import { toCrisisContacts, type CrisisContactView } from './crisis.ts';
import { toDay, type DayView } from './dates.ts';
import { smarten } from './typography.ts';

import { site } from '#app/config/site.ts';
import type { Clinic } from '#app/content/clinic.server.ts';

/** Neighboring weekdays with the same hours, in one line. */
interface HoursLine {
  days: string;
  hours: string;
}

/** How to reach the clinic. */
export interface ClinicContact {
  phone: ContactLink | null;
  fax: string | null;
  email: ContactLink | null;
  address: string[];
  hours: HoursLine[];
  hoursNote: string | null;
  closures: { from: DayView; to: DayView | null; reason: string }[];
}

/** What every page shows around its content. */
export interface ChromeView {
  name: string;
  tagline: string | null;
  banner: string | null;
  crisis: CrisisContactView[];
  /** Null while the CMS has not told us. */
  contact: ClinicContact | null;
  disclaimer: string | null;
}

/** Header and footer, whether or not the CMS could be asked. */
export function toChrome(clinic: Clinic | null): ChromeView {
  return {
    name: clinic ? smarten(clinic.name) : site.fallbackName,
    tagline: clinic && smarten(clinic.tagline),
    banner: clinic?.banner ? smarten(clinic.banner) : null,
    crisis: toCrisisContacts(clinic?.crisisContacts ?? null),
    contact: clinic && toContact(clinic),
    disclaimer: clinic && smarten(clinic.disclaimer),
  };
}

export function toContact(clinic: Clinic): ClinicContact {
  return {
    phone: telephone(clinic.phone),
    fax: clinic.fax,
    email: email(clinic.email),
    address: clinic.address,
    hours: toHours(clinic.hours),
    hoursNote: clinic.hoursNote && smarten(clinic.hoursNote),
    closures: clinic.closures.map(({ from, to, reason }) => ({
      from: toDay(from),
      to: to === from ? null : toDay(to),
      reason: smarten(reason),
    })),
  };
}

type Weekday = Clinic['hours'][number]['weekday'];

const weekdays: Record<Weekday, string> = {
  MONDAY: 'Monday',
  TUESDAY: 'Tuesday',
  WEDNESDAY: 'Wednesday',
  THURSDAY: 'Thursday',
  FRIDAY: 'Friday',
  SATURDAY: 'Saturday',
  SUNDAY: 'Sunday',
};

/** Opening hours with neighboring equal days joined: `Monday to Thursday`, `9 am to 6 pm`. */
function toHours(hours: Clinic['hours']): HoursLine[] {
  const groups: { first: Weekday; last: Weekday; count: number; hours: string }[] = [];
  for (const { weekday, opens, closes } of hours) {
    const open = opens && closes ? `${clock(opens)} to ${clock(closes)}` : 'Closed';
    const group = groups.at(-1);
    if (group?.hours === open) {
      group.last = weekday;
      group.count++;
    } else {
      groups.push({ first: weekday, last: weekday, count: 1, hours: open });
    }
  }
  return groups.map(({ first, last, count, hours: open }) => ({
    days: count === 1 ? weekdays[first] : `${weekdays[first]} ${count === 2 ? 'and' : 'to'} ${weekdays[last]}`,
    hours: open,
  }));
}

function clock(time: string): string {
  const [hour = '0', minute = '00'] = time.split(':');
  const h = Number(hour);
  return `${h % 12 === 0 ? 12 : h % 12}${minute === '00' ? '' : `:${minute}`} ${h % 24 < 12 ? 'am' : 'pm'}`;
}
