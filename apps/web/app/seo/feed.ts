import { feedHtml } from './feed-text.ts';
import { escapeXml } from './xml.ts';

import { absoluteUrl, atomFeedPath, homePath, jsonFeedPath } from '#app/config/paths.ts';
import { site } from '#app/config/site.ts';
import type { FeedArticle } from '#app/content/feed.server.ts';
import { reviewWords } from '#app/models/review-words.ts';

/** What a feed says of itself. */
export interface FeedFacts {
  name: string;
  tagline: string;
  origin: string;
}

/** The newest articles as an Atom feed (RFC 4287), each with its whole text. */
export function atomFeed({ name, tagline, origin }: FeedFacts, articles: readonly FeedArticle[]): string {
  const updated =
    articles
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? new Date(0).toISOString();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
  <id>${escapeXml(absoluteUrl(homePath, origin))}</id>
  <title>${escapeXml(name)}</title>
  <subtitle>${escapeXml(tagline)}</subtitle>
  <link href="${escapeXml(absoluteUrl(homePath, origin))}"/>
  <link rel="self" type="application/atom+xml" href="${escapeXml(absoluteUrl(atomFeedPath, origin))}"/>
  <updated>${updated}</updated>
  <author><name>${escapeXml(name)}</name></author>
${articles.map((article) => atomEntry(article, origin)).join('')}</feed>
`;
}

function atomEntry(article: FeedArticle, origin: string): string {
  const { title, summary, url, firstPublishedAt, updatedAt, author, category } = article;
  return `  <entry>
    <id>${escapeXml(lastingId(article, origin))}</id>
    <title>${escapeXml(title)}</title>
    <link href="${escapeXml(url)}"/>
    <published>${firstPublishedAt}</published>
    <updated>${updatedAt}</updated>
${author ? `    <author><name>${escapeXml(author.name)}</name></author>\n` : ''}${
    category ? `    <category term="${escapeXml(category.name)}"/>\n` : ''
  }    <summary>${escapeXml(summary)}</summary>
    <content type="html">${escapeXml(wholeText(article))}</content>
  </entry>
`;
}

/** The newest articles as a JSON Feed (version 1.1), each with its whole text. */
export function jsonFeed({ name, tagline, origin }: FeedFacts, articles: readonly FeedArticle[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: name,
    description: tagline,
    home_page_url: absoluteUrl(homePath, origin),
    feed_url: absoluteUrl(jsonFeedPath, origin),
    language: site.language,
    items: articles.map((article) => ({
      id: lastingId(article, origin),
      url: article.url,
      title: article.title,
      summary: article.summary,
      content_html: wholeText(article),
      date_published: article.firstPublishedAt,
      date_modified: article.updatedAt,
      ...(article.author && { authors: [{ name: article.author.name }] }),
      ...(article.category && { tags: [article.category.name] }),
    })),
  });
}

/** Stays the same when the address changes, so that nobody gets an article twice. */
function lastingId({ documentId, firstPublishedAt }: FeedArticle, origin: string): string {
  return `tag:${new URL(origin).hostname},${firstPublishedAt.slice(0, 10)}:${documentId}`;
}

function wholeText({ slug, shortAnswer, markdown, attribution, reviewState }: FeedArticle): string {
  const paragraph = (text: string) => `<p>${escapeXml(text)}</p>`;
  return [
    paragraph(shortAnswer),
    feedHtml(markdown, slug),
    paragraph(attribution),
    paragraph(`Clinical review: ${reviewWords[reviewState]}`),
  ].join('\n');
}
