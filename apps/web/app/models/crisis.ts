import type { ContactLink } from './contact.ts';
import { smarten } from './typography.ts';

import { crisisContacts, type CrisisContact } from '#app/config/crisis.ts';

/** Whom to reach in a crisis, with a link for every way to do it. */
export interface CrisisContactView {
  label: string;
  detail: string;
  links: ContactLink[];
}

const DIALABLE = /^\+?\d[\d ]{1,19}$/;

/**
 * The contacts to show: the CMS's if every one of them can be used, else those compiled in.
 * A list that is empty, or that holds a number nobody can dial, must not take the place of one that works.
 */
export function toCrisisContacts(fromCms: readonly CrisisContact[] | null): CrisisContactView[] {
  const usable = fromCms !== null && fromCms.length > 0 && fromCms.every(isUsable);
  return (usable ? fromCms : crisisContacts).map(toView);
}

function isUsable({ label, call, sms, url }: CrisisContact): boolean {
  const reachable = call !== null || sms !== null || url !== null;
  const dialable = [call, sms].every((number) => number === null || DIALABLE.test(number));
  return label.trim() !== '' && reachable && dialable && (url === null || (/^https:\/\//i.test(url) && URL.canParse(url)));
}

function toView({ label, detail, call, sms, url }: CrisisContact): CrisisContactView {
  return {
    label: smarten(label),
    detail: smarten(detail),
    links: [
      ...(call ? [{ href: `tel:${dialed(call)}`, text: `Call ${call}` }] : []),
      ...(sms ? [{ href: `sms:${dialed(sms)}`, text: `Text ${sms}` }] : []),
      ...(url ? [{ href: url, text: address(url) }] : []),
    ],
  };
}

function dialed(number: string): string {
  return number.replaceAll(' ', '');
}

function address(url: string): string {
  const { hostname, pathname } = new URL(url);
  return `${hostname.replace(/^www\./, '')}${pathname === '/' ? '' : pathname}`;
}
