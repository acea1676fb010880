import { contentTypeLayouts } from '../desk/content-types';

import type { Problem } from './problem';

/** An error of a field as Strapi's validator words it. */
interface FieldError {
  path: (string | number)[];
  message: string;
}

const examples: Record<string, string> = {
  slug: 'small letters, digits and hyphens, for example “first-visit”',
  doi: 'a DOI without https://doi.org/, for example “10.1001/archpsyc.63.8.856”',
  citationKey: '2 to 24 letters, digits and hyphens, for example “ZAR06”',
  pmid: 'digits only',
  opens: 'a time of 24 hours, for example “08:30”',
  closes: 'a time of 24 hours, for example “17:00”',
  call: 'digits as they are dialed, for example “988”',
  sms: 'digits as they are dialed, for example “838255”',
};

const TAKEN = 'Another published article already has this address. Choose a different slug.';

/** What Strapi's validator says, as a person would say it. */
export function inPlainWords(uid: string, { path, message }: FieldError): Problem {
  const field = String(path.findLast((step) => !/^\d+$/.test(String(step))) ?? '');
  const at = path.map((step) => (/^\d+$/.test(String(step)) ? Number(step) : step));
  return { path: at, message: sentence(uid, field, message) };
}

function sentence(uid: string, field: string, message: string): string {
  const label = `“${labelOf(uid, field)}”`;
  const most = /at most (\d+) character/.exec(message)?.[1];
  if (most !== undefined) return `Shorten ${label} to ${most} characters.`;
  const fewest = /at least (\d+) item/.exec(message)?.[1];
  if (fewest !== undefined) return fewest === '1' ? `Add at least one entry to ${label}.` : `${label} needs ${fewest} entries.`;
  const entries = /less than or equal to (\d+) item/.exec(message)?.[1];
  if (entries !== undefined) return `${label} may have at most ${entries} entries.`;
  if (/must be defined|cannot be null|required|at least 1 character/.test(message)) return `Fill in ${label}.`;
  if (message.includes('must match the following')) {
    const example = examples[field];
    return `${label} is not in the right form${example === undefined ? '' : `: use ${example}`}.`;
  }
  if (message.includes('must be unique')) {
    return uid === 'api::article.article' && field === 'slug'
      ? TAKEN
      : `Another entry already has this ${labelOf(uid, field).toLowerCase()}.`;
  }
  if (message.includes('must be one of')) return `Choose one of the options of ${label}.`;
  return message;
}

/** A field as it is called in the form; `shortAnswer` as a person reads it. */
function labelOf(uid: string, field: string): string {
  const label = contentTypeLayouts[uid]?.fields[field]?.label;
  if (label !== undefined) return label;
  const words = field.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** That a published article already stands at an address, which only the database can know for certain. */
export const takenAddress: Problem = { path: ['slug'], message: TAKEN };
