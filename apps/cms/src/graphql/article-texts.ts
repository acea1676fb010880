import { citationsOf, headingsOf, toMarkdown, toPlainText, type ArticleBody, type ReferenceSource } from '@clinic/types';

import { toBody, type StoredBlock } from '../contract/body';
import { env } from '../env';

type Row = Record<string, unknown>;

/** What has to be read of an article, by the names of its stored attributes, to answer a field that is worked out from others. */
export const needed: Readonly<Record<string, readonly string[]>> = {
  plainText: ['body'],
  markdown: ['body', 'sources'],
  headings: ['body'],
  citations: ['body', 'sources'],
  canonicalUrl: ['seo'],
  attribution: ['author', 'seo'],
  reviewState: ['reviewer'],
};

const bodies = new WeakMap<Row, ArticleBody>();

/** An article's body as the contract's blocks; worked out once, however many fields are made from it. */
function bodyOf(row: Row): ArticleBody {
  const before = bodies.get(row);
  if (before) return before;
  const body = toBody(row['body'] as StoredBlock[]);
  bodies.set(row, body);
  return body;
}

const sourcesOf = (row: Row) => (row['sources'] ?? []) as ReferenceSource[];
const urlOf = ({ slug }: Row) => `${env().SITE_URL}/articles/${String(slug)}`;

function canonicalUrlOf(row: Row): string {
  return (row['seo'] as { canonicalUrl?: string | null } | null)?.canonicalUrl ?? urlOf(row);
}

/** The fields of an article that are made from its text, its works and its address. */
export const articleTexts = {
  body: bodyOf,
  plainText: (row: Row) => toPlainText(bodyOf(row)),
  markdown: (row: Row) => toMarkdown(bodyOf(row), { sources: sourcesOf(row), origin: env().SITE_URL }),
  headings: (row: Row) => headingsOf(bodyOf(row)),
  citations: (row: Row) => citationsOf(bodyOf(row), sourcesOf(row)),
  url: urlOf,
  canonicalUrl: canonicalUrlOf,
};

/** How to credit an article: title, author, clinic and the address that counts as the original. */
export function attributionOf(row: Row, clinicName: string | null): string {
  const { name } = (row['author'] ?? {}) as { name?: string };
  return [`“${String(row['title'])}”`, name, clinicName, canonicalUrlOf(row)].filter((part) => part != null).join(', ');
}
