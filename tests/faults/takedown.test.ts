import { readdirSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { faults } from '../support/fault-proxy.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { askCms } from '../support/strapi.ts';

const PATIENCE = { timeout: 20_000, interval: 50 };

interface Listed {
  slug: string;
  title: string;
  cover: { url: string } | null;
}

let stage: Stage;
/** Articles with a picture that no other one shows. */
let victims: Listed[];
beforeAll(async () => {
  stage = await openStage(inject('readyCms'));
  await stage.isWarm();
  const { data } = await askCms(stage.cms.url, '{ articles(pagination: { limit: 100 }) { slug title cover { url } } }');
  const { articles } = data as unknown as { articles: Listed[] };
  victims = articles.filter(({ cover }) => cover && articles.filter((one) => one.cover?.url === cover.url).length === 1);
});
afterAll(async () => {
  await stage.stop();
});

const fileOf = ({ cover }: Listed) => path.posix.basename(cover?.url ?? '');

async function idOf(file: string): Promise<number | undefined> {
  const { body } = await stage.admin('GET', `/upload/files?filters[url][$endsWith]=${file}`);
  return (body as { results: { id: number }[] }).results[0]?.id;
}

/** Every file of the media library on the site's disk. */
function stored(): string[] {
  const folder = path.join(stage.site().dataDir, 'media');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** The addresses at which a page shows a file. */
async function addressesOf(page: string, file: string): Promise<string[]> {
  const { text } = await stage.get(page);
  return [...new Set([...text.matchAll(/\/media\/[^\s",)]+/g)].map(([address]) => address))].filter((address) =>
    address.includes(file),
  );
}

async function statusesOf(paths: string[]): Promise<Record<string, number>> {
  const answers = await Promise.all(paths.map(async (path) => [path, (await stage.get(path)).status] as const));
  return Object.fromEntries(answers);
}

const lists = ['/', '/articles', '/articles?sort=title', '/feed.xml', '/feed.json', '/rss.xml', '/llms.txt'];

async function naming(words: string, paths: string[]): Promise<string[]> {
  const answers = await Promise.all(paths.map(async (path) => ({ path, ...(await stage.get(path)) })));
  return answers.filter(({ text }) => text.includes(words)).map(({ path }) => path);
}

describe('a picture that is taken off its article and deleted', () => {
  it('is gone in every size within the same time; the article stays', { timeout: 60_000 }, async () => {
    const victim = victims[1];
    if (!victim) throw new Error('The demo library has too few articles with a picture of their own.');
    const page = `/articles/${victim.slug}`;
    const file = fileOf(victim);
    const pictures = await addressesOf(page, file);
    expect(new Set(Object.values(await statusesOf(pictures)))).toEqual(new Set([200]));
    const [uploaded, other] = [await idOf(file), await idOf(fileOf(victims[2] ?? victim))];
    expect(other).not.toBe(uploaded);

    expect(await stage.publish(victim.slug, { cover: other, coverDecorative: true })).toBe(200);
    expect((await stage.admin('DELETE', `/upload/files/${uploaded}`)).status).toBe(200);
    await expect.poll(() => addressesOf(page, file), PATIENCE).toEqual([]);
    await expect.poll(() => stored().filter((name) => name.includes(file)), PATIENCE).toEqual([]);
    expect(new Set(Object.values(await statusesOf(pictures)))).toEqual(new Set([404]));
    stage.proxy.set(faults.stopped);
    expect((await stage.get(page)).status).toBe(200);
    expect(Object.values(await statusesOf(pictures)).filter((status) => status === 200)).toEqual([]);
    stage.proxy.set(null);
  });
});

describe('an article that is taken down', () => {
  it('is gone everywhere with its files and its picture, and stays gone when the CMS is away', { timeout: 90_000 }, async () => {
    const [victim] = victims;
    if (!victim) throw new Error('The demo library has no article with a picture of its own.');
    const page = `/articles/${victim.slug}`;
    const own = [page, `${page}.md`, `${page}/article.md`, `${page}/references.bib`, `${page}/references.ris`];
    const [, shared = ''] = /property="og:image" content="[^"]+?(\/share\/[^"]+)"/.exec((await stage.get(page)).text) ?? [];
    own.push(shared);
    const parts = [...(await stage.get('/sitemap.xml')).text.matchAll(/<loc>[^<]+?(\/sitemap\/[^<]+)<\/loc>/g)].map(
      ([, part = '']) => part,
    );
    const pictures = await addressesOf(page, fileOf(victim));
    expect(pictures.length).toBeGreaterThan(0);
    expect(new Set(Object.values(await statusesOf([...own, ...pictures])))).toEqual(new Set([200, 308]));
    expect(await naming(victim.title, lists)).not.toEqual([]);
    expect(await naming(`${page}<`, parts)).not.toEqual([]);
    const mediaBefore = stored();

    expect(await stage.unpublish(victim.slug)).toBe(200);
    await expect.poll(async () => (await stage.get(page)).status, PATIENCE).toBe(410);
    await expect.poll(() => naming(victim.title, lists), PATIENCE).toEqual([]);
    await expect.poll(() => naming(`${page}<`, parts), PATIENCE).toEqual([]);
    for (const words of [`"article:${victim.slug}"`, `"key":"${page}"`, `"key":"${page}/`]) {
      await expect.poll(() => stage.keptWith(words), PATIENCE).toEqual([]);
    }
    await expect.poll(() => stored().filter((name) => name.includes(fileOf(victim))), PATIENCE).toEqual([]);
    expect(stored().length).toBeLessThan(mediaBefore.length - 1);

    stage.proxy.set(faults.stopped);
    await stage.restartSite();
    const after = await statusesOf([...own, ...pictures]);
    expect(Object.values(after).filter((status) => status === 200)).toEqual([]);
    expect([...(await naming(victim.title, lists)), ...(await naming(`${page}<`, parts))]).toEqual([]);
    stage.proxy.set(null);
  });
});
