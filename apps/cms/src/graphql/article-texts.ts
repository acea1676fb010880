import { hash } from 'node:crypto';

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

// An article is one object in however many places of an answer it stands: what is made of it is made once.
const sealedOf = perNode(({ writtenBody }: Article) => JSON.parse(writtenBody ?? '[]') as unknown[]);
const bodyOf = perNode((article: Article): ArticleBody => openBody(sealedOf(article)));

const sourcesOf = ({ sources }: Article) => (sources ?? []) as unknown as ReferenceSource[];
const urlOf = ({ slug }: Article) => `${env().SITE_URL}/articles/${slug}`;

function canonicalUrlOf(article: Article): string {
  return (article['seo'] as { canonicalUrl: string | null }).canonicalUrl ?? urlOf(article);
}

const MOST_BYTES = 32 * 1024 * 1024;

/** Long texts, kept by what they are made from, so that none is out of date. */
const written = new LRUCache<string, string>({
  maxSize: MOST_BYTES,
  sizeCalculation: (text, key) => 2 * (text.length + key.length),
});

/** A long text that is made once of an article's body, and of what else it names, for whatever answers it stands in. */
function writtenOnce(
  form: string,
  make: (article: Article) => string,
  andOf: (article: Article) => unknown = () => null,
): (article: Article) => string {
  return perNode((article) => {
    const key = hash('sha256', JSON.stringify([form, andOf(article)]) + (article.writtenBody ?? ''), 'base64');
    const before = written.get(key);
    if (before !== undefined) return before;
    const text = make(article);
    written.set(key, text);
    return text;
  });
}

/** The fields of an article that are made from its text, its works and its address. */
export const articleTexts = {
  body: sealedOf,
  plainText: writtenOnce('plain text', (article) => toPlainText(bodyOf(article))),
  markdown: writtenOnce(
    'Markdown',
    (article) => toMarkdown(bodyOf(article), { sources: sourcesOf(article), origin: env().SITE_URL }),
    sourcesOf,
  ),
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
