import { createHash } from 'node:crypto';

import { LRUCache } from 'lru-cache';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const MOST_BYTES = 8 * 1024 * 1024;

/** A feed holds many articles, and of those one changes at a time. Kept by what it is made from, so that it is never out of date. */
const made = new LRUCache<string, string>({ maxSize: MOST_BYTES, sizeCalculation: (html) => 2 * html.length + 200 });

/**
 * An article's Markdown as HTML for feeds, with its headings, lists, tables, pictures and numbered works. Nothing in it can become markup
 * that the article did not write as Markdown, and no link leads to a place inside some reader's page that is not this article's.
 */
export function feedHtml(markdown: string, slug: string): string {
  const key = createHash('sha256').update(`${slug}\n${markdown}`).digest('base64');
  const before = made.get(key);
  if (before !== undefined) return before;
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml({ clobberPrefix: `${slug}-`, label: 'References', labelTagName: 'h2' })],
  });
  made.set(key, html);
  return html;
}
