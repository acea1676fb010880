import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { denying, type Lie } from '../support/fault-proxy.ts';
import { openStage, type Stage } from '../support/stage.ts';

const SLUG = 'introduction-to-act-therapy';
const PATIENCE = { timeout: 20_000, interval: 50 };
const READERS = 6;
const VERSIONS = 25;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(inject('readyCms'));
  await stage.isWarm();
});
afterAll(async () => {
  await stage.stop();
});

/** Every answer comes, but some of them late: what was asked first may arrive last. */
const unevenly: Lie = (_response, _request, pass) => {
  pass(async (text) => {
    await sleep(Math.random() * 300);
    return text;
  });
};

describe('an older version', () => {
  it('never follows a newer one, however quickly they are published', { timeout: 60_000 }, async () => {
    stage.proxy.set(unevenly);
    const seen: Record<string, number[][]> = {};
    let isOver = false;
    const read = async (path: string) => {
      const mine: number[] = [];
      (seen[path] ??= []).push(mine);
      while (!isOver) {
        const { status, text } = await stage.get(path);
        expect(status).toBe(200);
        const [, version] = /A Text of Version (\d+)/.exec(text) ?? [];
        mine.push(Number(version ?? 0));
      }
    };
    const readers = [`/articles/${SLUG}`, '/articles', `/articles/${SLUG}/article.md`].flatMap((path) =>
      Array.from({ length: READERS }, () => read(path)),
    );
    for (let version = 1; version <= VERSIONS; version++) {
      expect(await stage.publish(SLUG, { title: `A Text of Version ${version}` })).toBe(200);
      await sleep(Math.random() * 200);
    }
    await sleep(3_000);
    isOver = true;
    await Promise.all(readers);
    stage.proxy.set(null);
    const steps = Object.values(seen).flat();
    expect(steps).toHaveLength(3 * READERS);
    for (const versions of steps) {
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
      expect(new Set(versions).size).toBeGreaterThan(2);
      expect(versions.at(-1)).toBe(VERSIONS);
    }
  });
});

describe('a CMS that denies what it never withdrew', () => {
  afterAll(() => {
    stage.proxy.set(null);
  });

  const texts = async (paths: string[]) => Promise.all(paths.map(async (path) => (await stage.get(path)).text));

  it('is not believed: pages and lists stay, also over a restart; then what is new shows', { timeout: 90_000 }, async () => {
    // The search page is made anew for everybody. A word that only the changed article uses may have lost it: that much the feed told.
    const pages = (await stage.published()).filter((path) => !/^\/(?:media|glossary)\/|^\/search$/.test(path));
    const before = await texts(pages);
    stage.proxy.set(denying);
    expect(await stage.publish(SLUG, { title: 'A Title While Everything Is Denied' })).toBe(200);
    await expect.poll(() => stage.site().logs().includes('contradicts its change feed'), PATIENCE).toBe(true);
    const changed = async () => {
      const now = await texts(pages);
      return pages.filter((_path, i) => now[i] !== before[i]);
    };
    expect(await changed()).toEqual([]);
    await stage.restartSite();
    expect(await changed()).toEqual([]);
    await sleep(1_500);
    expect(await changed()).toEqual([]);
    stage.proxy.set(null);
    const isNew = async () => (await stage.get('/articles')).text.includes('A Title While Everything Is Denied');
    await expect.poll(isNew, PATIENCE).toBe(true);
  });

  it('is believed where the change feed says the same', async () => {
    const slug = 'introduction-to-act-therapy';
    stage.proxy.set(denying);
    expect(await stage.unpublish(slug)).toBe(200);
    await expect.poll(async () => (await stage.get(`/articles/${slug}`)).status, PATIENCE).toBe(404);
    await expect.poll(() => stage.keptWith(`article:${slug}"`), PATIENCE).toEqual([]);
  });
});
