import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/**
 * An article's Markdown as HTML for feeds, with its headings, lists, tables, pictures and numbered works. Nothing in it can become markup
 * that the article did not write as Markdown, and no link leads to a place inside some reader's page that is not this article's.
 */
export function feedHtml(markdown: string, slug: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml({ clobberPrefix: `${slug}-`, label: 'References', labelTagName: 'h2' })],
  });
}
