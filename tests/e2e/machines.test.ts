import { validateManifest } from '@pwabuilder/manifest-validation';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, inject, it } from 'vitest';

import { ask } from '../support/ask.ts';
import { readSiteMap } from '../support/site-map.ts';

const { siteUrl } = inject('clinic');
const get = (path: string) => ask(siteUrl, { path });

describe('parsers that others wrote', () => {
  it('read both feeds, which say the same', async () => {
    const [atom, json] = await Promise.all(['/feed.xml', '/feed.json'].map(get));
    expect(atom?.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(json?.headers['content-type']).toBe('application/feed+json; charset=utf-8');
    const feed = parseAtomFeed(atom?.text ?? '');
    const { items = [], ...rest } = parseJsonFeed(json?.text ?? '');

    expect(rest).toMatchObject({
      title: expect.stringContaining('Fernhollow') as string,
      home_page_url: `${siteUrl}/`,
      feed_url: `${siteUrl}/feed.json`,
      language: 'en-US',
    });
    expect(feed.id).toBe(`${siteUrl}/`);
    const entries = feed.entries ?? [];
    expect(entries.length).toBeGreaterThanOrEqual(13);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(feed.updated).toBe(
      entries
        .map(({ updated }) => updated ?? '')
        .sort()
        .at(-1),
    );
    expect(
      entries.map(({ id, links, published, updated, content }) => [id, links?.[0]?.href, published, updated, content?.value]),
    ).toEqual(items.map((item) => [item.id, item.url, item.date_published, item.date_modified, item.content_html]));
    for (const { url, content_html: html } of items) {
      expect(url?.startsWith(`${siteUrl}/articles/`), url).toBe(true);
      const text = parse(html ?? '');
      expect(text.querySelectorAll('h2').length, url).toBeGreaterThan(1);
      expect(text.innerText.length, url).toBeGreaterThan(2_000);
    }
  });

  it('find nothing wrong with the manifest, whose icons are there', async () => {
    const { headers, text } = await get('/site.webmanifest');
    expect(headers['content-type']).toBe('application/manifest+json; charset=utf-8');
    const manifest = JSON.parse(text) as { icons: { src: string; sizes: string; type: string }[] };
    const found = await validateManifest(manifest);
    expect(found.length).toBeGreaterThan(8);
    expect(found.filter(({ valid }) => !valid)).toEqual([]);
    for (const { src, sizes, type } of manifest.icons) {
      const icon = await get(src);
      expect([icon.status, icon.headers['content-type']]).toEqual([200, type]);
      // The width and height of a PNG stand at its beginning.
      expect(`${icon.body.readUInt32BE(16)}x${icon.body.readUInt32BE(20)}`).toBe(sizes);
    }
    expect((await validateManifest({ ...manifest, theme_color: 'fern' })).some(({ valid }) => !valid)).toBe(true);
  });
});

describe('every page of the site map', () => {
  interface Head {
    path: string;
    title: string;
    description: string;
    canonical: string | undefined;
    headings: number;
    image: string;
  }
  const heads: Head[] = [];

  beforeAll(async () => {
    const { pages } = await readSiteMap(get);
    expect(pages.length).toBeGreaterThan(120);
    for (const path of pages) {
      const { status, text } = await get(path);
      expect(status, path).toBe(200);
      const root = parse(text);
      const content = (selector: string) => root.querySelector(selector)?.getAttribute('content') ?? '';
      heads.push({
        path,
        title: root.querySelector('title')?.text ?? '',
        description: content('meta[name="description"]'),
        canonical: root.querySelector('link[rel="canonical"]')?.getAttribute('href'),
        headings: root.querySelectorAll('h1').length,
        image: content('meta[property="og:image"]'),
      });
    }
  }, 120_000);

  /** Pages that say the same as another. */
  function repeated(key: 'title' | 'description'): string[] {
    const first = new Map<string, string>();
    return heads.flatMap(({ path, [key]: text }) => {
      const before = first.get(text);
      first.set(text, before ?? path);
      return before === undefined ? [] : [`${before} = ${path}: ${text}`];
    });
  }

  it('has a title of its own that a list of results can show', () => {
    expect(repeated('title')).toEqual([]);
    // Before the clinic's name, which every one of them ends with.
    const own = heads.map(({ path, title }) => [path, title.split(' | ')[0] ?? ''] as const);
    expect(own.filter(([, title]) => title.length < 3 || title.length > 81)).toEqual([]);
  });

  it('has a description of its own, neither empty nor endless', () => {
    expect(repeated('description')).toEqual([]);
    const odd = heads.filter(({ description }) => description.length < 40 || description.length > 200);
    expect(odd.map(({ path, description }) => [path, description.length, description])).toEqual([]);
  });

  it('names itself as the original, has one main heading and a picture for sharing', () => {
    expect(heads.filter(({ path, canonical }) => canonical !== `${siteUrl}${path}`)).toEqual([]);
    expect(heads.filter(({ headings }) => headings !== 1)).toEqual([]);
    expect(heads.filter(({ image }) => !image.startsWith(`${siteUrl}/share/`))).toEqual([]);
  });
});
