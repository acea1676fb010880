import { createHash } from 'node:crypto';

import type { Fields } from '../editorial/rules/fields';

/**
 * What a clinical review is about, in the words of the form. What is left out may change without another review: the address, the category,
 * what search engines are told, and what to read next.
 */
const reviewed = {
  title: 'Title',
  summary: 'Summary',
  shortAnswer: 'Short answer',
  keyTakeaways: 'Key takeaways',
  contentNote: 'Content note',
  body: 'Text',
  sources: 'Sources',
  evidence: 'Evidence',
  evidenceNote: 'Note on the evidence',
  author: 'Author',
  reviewer: 'Clinical reviewer',
  cover: 'Picture',
  coverAlt: 'Description of the picture',
  coverDecorative: 'Picture is decoration',
} as const;

type ReviewedField = keyof typeof reviewed;

const names = Object.keys(reviewed) as ReviewedField[];

/** What an article says at one moment: one hash of all that is reviewed, and one of each field. */
export interface Fingerprint {
  hash: string;
  fields: Record<string, string>;
}

/** Kept by the database for itself: they differ between a draft and what was published from it. */
const rowFacts = new Set(['id', 'createdAt', 'updatedAt', 'publishedAt', 'locale']);

/** The same for the same content, however often it was saved or published: values and the identifiers of documents, no numbers of rows. */
export function fingerprintOf(article: Fields): Fingerprint {
  const fields = Object.fromEntries(names.map((name) => [name, digest(JSON.stringify(plain(article[name]) ?? null))]));
  return { hash: digest(JSON.stringify(fields)), fields };
}

/** The fields that differ, as the form calls them, in its order. */
export function changedBetween(before: Record<string, string>, now: Record<string, string>): string[] {
  return names.filter((name) => before[name] !== now[name]).map((name) => reviewed[name]);
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/** A value without what says nothing to a reader; an empty field, whatever empties it, is none. */
function plain(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((one) => plain(one) ?? null);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object') return value;
  const { documentId, ...rest } = value as Fields;
  if (typeof documentId === 'string') return { documentId };
  const entries = Object.entries(rest)
    .filter(([name]) => !rowFacts.has(name))
    .map(([name, inner]) => [name, plain(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
