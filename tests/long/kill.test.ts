import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import BetterSqlite3 from 'better-sqlite3';
import { afterAll, describe, expect, inject, it } from 'vitest';

import { startCms } from '../support/cms-process.ts';
import { copyOf } from '../support/ready-cms.ts';
import { adminOf, type CallAdmin } from '../support/strapi.ts';

/** How often the CMS is killed; `KILLS=5` for a first look. */
const KILLS = Number(process.env['KILLS'] ?? 100);
const WRITERS = 4;
const terms = '/content-manager/collection-types/api::glossary-term.glossary-term';

const ready = inject('readyCms');
const copy = copyOf(ready);
afterAll(() => {
  copy.remove();
});

/** Saves one term after the other until the CMS is gone, and notes those that were acknowledged. */
async function write(admin: CallAdmin, name: string, acknowledged: string[]): Promise<void> {
  for (let i = 0; ; i++) {
    const slug = `${name}-${i}`;
    try {
      const { status } = await admin('POST', terms, { term: slug, slug, definition: 'A word that must not be lost.' });
      if (status === 201) acknowledged.push(slug);
    } catch {
      return;
    }
  }
}

describe('a CMS that is killed at any moment', () => {
  it('loses nothing that it has acknowledged', async () => {
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const cms = await startCms(copy.path, ready.secrets);
      const admin = adminOf(cms.url, ready.administrator);
      // Sign in first: the moments that matter are those of writing.
      await admin('GET', '/admin/users/me');
      const writers = Array.from({ length: WRITERS }, (_, writer) => write(admin, `kill-${kill}-${writer}`, acknowledged));
      await sleep(Math.random() * 2_000);
      await cms.stop('SIGKILL');
      await Promise.all(writers);
    }

    const database = new BetterSqlite3(path.join(copy.path, 'content.db'), { readonly: true });
    const stored = database.prepare<[], { slug: string }>(`SELECT slug FROM glossary_terms WHERE slug LIKE 'kill-%'`).all();
    const integrity = database.pragma('integrity_check', { simple: true });
    database.close();
    process.stdout.write(`${KILLS} kills, ${acknowledged.length} acknowledged, ${stored.length} stored\n`);
    expect(integrity).toBe('ok');
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    const slugs = stored.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(acknowledged.filter((slug) => !slugs.includes(slug))).toEqual([]);
  });
});
