import { headingsOf, parseArticleBody, toPlainText, articleBodyFragment } from '@clinic/types';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bootStrapi, type TestCms } from '../support/strapi.ts';

interface Article {
  slug: string;
  title: string;
  body: unknown;
  plainText: string;
  markdown: string;
  headings: { id: string; text: string; level: number }[];
  citations: {
    number: number;
    source: { citationKey: string };
    places: { block: number; heading: string | null; text: string }[];
  }[];
  sources: { citationKey: string }[];
  author: { name: string };
  url: string;
  canonicalUrl: string;
  attribution: string;
  license: unknown;
  reviewState: string;
  lastReviewed: string | null;
  reviewDue: string | null;
}

let cms: TestCms;
let articles: Article[];
beforeAll(async () => {
  cms = await bootStrapi({ CONTENT_LICENSE: 'CC-BY-NC-ND-4.0' });
  const { data, errors } = await cms.graphql(
    `query ($start: Int) { articles(pagination: { start: $start, limit: 4 }) {
      slug title body { ...ArticleBody } plainText markdown headings { id text level } author { name } url canonicalUrl attribution
      citations { number source { citationKey } places { block heading text } } sources { citationKey }
      license { id name url } reviewState lastReviewed reviewDue
    } } ${print(articleBodyFragment)}`,
    { start: 0 },
  );
  expect(errors).toBeUndefined();
  articles = (data as unknown as { articles: Article[] }).articles;
});
afterAll(() => cms.stop());

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('the texts of an article', () => {
  it('say the same as its blocks', () => {
    expect(articles).toHaveLength(4);
    for (const { body, plainText, headings } of articles) {
      const blocks = parseArticleBody(body);
      expect(plainText).toBe(toPlainText(blocks));
      expect(headings).toEqual(headingsOf(blocks));
      expect(headings.length).toBeGreaterThan(3);
    }
  });

  it('lose no word as Markdown, and lead nowhere inside this server', () => {
    for (const { plainText, markdown } of articles) {
      const there = new Set(wordsOf(markdown));
      expect(wordsOf(plainText).filter((word) => !there.has(word))).toEqual([]);
      expect(markdown).not.toMatch(/\]\(\//);
      expect(markdown).not.toContain('127.0.0.1');
    }
  });

  it('number what they cite as the list of works does', () => {
    for (const { citations, sources, markdown, body } of articles) {
      expect(citations.map(({ source }) => source.citationKey)).toEqual(sources.map(({ citationKey }) => citationKey));
      expect(citations.map(({ number }) => number)).toEqual(sources.map((_, i) => i + 1));
      const places = citations.flatMap((citation) => citation.places);
      expect(places.length).toBeGreaterThan(2);
      for (const { block } of places) expect(block).toBeLessThan((body as unknown[]).length);
      for (const { number, places: cited } of citations) {
        expect(markdown.split(`[^${number}]`).length - 2, `footnote ${number}`).toBe(cited.length);
      }
    }
  });
});

describe('what a reuser must know', () => {
  it('is who wrote it, where, and on what conditions', () => {
    for (const { title, author, url, canonicalUrl, attribution, license, slug } of articles) {
      expect(url).toBe(`http://localhost:3000/articles/${slug}`);
      expect(canonicalUrl).toMatch(/^https?:\/\//);
      expect(attribution).toBe(`“${title}”, ${author.name}, ${attribution.split(', ').at(-2) ?? ''}, ${canonicalUrl}`);
      expect(license).toMatchObject({ id: 'CC-BY-NC-ND-4.0', url: 'https://creativecommons.org/licenses/by-nc-nd/4.0/' });
    }
  });

  it('claims no review while demo profiles sign', () => {
    for (const { reviewState, lastReviewed, reviewDue } of articles) {
      expect({ reviewState, lastReviewed, reviewDue }).toEqual({ reviewState: 'DEMO', lastReviewed: null, reviewDue: null });
    }
  });
});
