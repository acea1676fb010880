import { createHash } from 'node:crypto';

import { citationsOf, headingsOf, toMarkdown, toPlainText, type ArticleBody, type ReferenceSource } from '@clinic/types';
import { LRUCache } from 'lru-cache';

import { openBody } from '../contract/documents';
import { perNode } from '../editorial/rules/per-node';
import { env } from '../env';

import type { Article } from './articles';

/** What has to be read of an article beside its own facts to answer a field that is worked out from others. */
export const needed: Readonly<Record<string, readonly string[]>> = {
  plainText: ['body'],
  markdown: ['body', 'sources'],
  headings: ['body'],
  citations: ['body', 'sources'],
  attribution: ['author'],
  reviewState: ['reviewer'],
};

// The article is one object in however many places of an answer it stands, so each text is made of it once.
const bodyOf = perNode((article: Article): ArticleBody => openBody(article.body ?? []));

const sourcesOf = ({ sources }: Article) => (sources ?? []) as unknown as ReferenceSource[];
const urlOf = ({ slug }: Article) => `${env().SITE_URL}/articles/${slug}`;

function canonicalUrlOf(article: Article): string {
  return (article['seo'] as { canonicalUrl: string | null }).canonicalUrl ?? urlOf(article);
}

const MOST_BYTES = 32 * 1024 * 1024;

/** To write a text as Markdown takes longer than all else together. Kept by what it is made from, so that it is never out of date. */
const written = new LRUCache<string, string>({
  maxSize: MOST_BYTES,
  sizeCalculation: (text, key) => 2 * (text.length + key.length),
});

const markdownOf = perNode((article: Article): string => {
  const sources = sourcesOf(article);
  const key = createHash('sha256')
    .update(JSON.stringify([article.body, sources]))
    .digest('base64');
  const before = written.get(key);
  if (before !== undefined) return before;
  const text = toMarkdown(bodyOf(article), { sources, origin: env().SITE_URL });
  written.set(key, text);
  return text;
});

/** The fields of an article that are made from its text, its works and its address. */
export const articleTexts = {
  plainText: perNode((article: Article) => toPlainText(bodyOf(article))),
  markdown: markdownOf,
  headings: perNode((article: Article) => headingsOf(bodyOf(article))),
  citations: perNode((article: Article) => citationsOf(bodyOf(article), sourcesOf(article))),
  url: urlOf,
  canonicalUrl: canonicalUrlOf,
};

/** How to credit an article: title, author, clinic and the address that counts as the original. */
export function attributionOf(article: Article, clinicName: string | null): string {
  const { name } = (article.author ?? {}) as { name?: string };
  return [`“${article.title}”`, name, clinicName, canonicalUrlOf(article)].filter((part) => part != null).join(', ');
}
