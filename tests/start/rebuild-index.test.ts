import path from 'node:path';

import BetterSqlite3 from 'better-sqlite3';
import { afterAll, describe, expect, inject, it } from 'vitest';

import { startCms, temporaryFolder, type CmsProcess } from '../support/cms-process.ts';
import { ownPlaces, runCommand } from '../support/command.ts';
import { copyOf } from '../support/ready-cms.ts';
import { askCms } from '../support/strapi.ts';

const ready = inject('readyCms');
const copy = copyOf(ready);
const folder = temporaryFolder('rebuild-index');
afterAll(() => {
  copy.remove();
  folder.remove();
});

/** Writes past the CMS, as an import or a repair by hand does. */
function writePast(work: (database: BetterSqlite3.Database) => void): void {
  const database = new BetterSqlite3(path.join(copy.path, 'content.db'));
  database.pragma('foreign_keys = ON');
  work(database);
  database.close();
}

async function whileRunning<T>(work: (cms: CmsProcess) => Promise<T>): Promise<T> {
  const cms = await startCms(copy.path, ready.secrets);
  try {
    return await work(cms);
  } finally {
    await cms.stop();
  }
}

async function ask<T>(cms: CmsProcess, query: string): Promise<T> {
  const { data, errors } = await askCms(cms.url, query);
  expect(errors).toBeUndefined();
  return data as T;
}

const foundBy = async (cms: CmsProcess, query: string) =>
  (
    await ask<{ search: { nodes: { article: { slug: string } }[] } }>(
      cms,
      `{ search(query: "${query}") { nodes { article { slug } } } }`,
    )
  ).search.nodes.map(({ article }) => article.slug);
const listed = async (cms: CmsProcess) =>
  (
    await ask<{ articles: { slug: string; title: string }[] }>(cms, '{ articles(sort: ["title:asc"]) { slug title } }')
  ).articles.map(({ slug }) => slug);
const changes = async (cms: CmsProcess, after: string | null) =>
  (
    await ask<{ contentChanges: { cursor: string; isRestart: boolean; nodes: { action: string; slug: string }[] } }>(
      cms,
      `{ contentChanges(first: 100${after === null ? '' : `, after: "${after}"`}) { cursor isRestart nodes { action slug } } }`,
    )
  ).contentChanges;

async function endOf(cms: CmsProcess): Promise<string> {
  for (let cursor: string | null = null; ;) {
    const part = await changes(cms, cursor);
    if (part.nodes.length === 0) return part.cursor;
    cursor = part.cursor;
  }
}

describe('content that was written past the CMS', { timeout: 240_000 }, () => {
  it('is noticed by the next start: lists, search, redirects and the change feed follow', async () => {
    const [cursor, [gone = '']] = await whileRunning(async (cms) => [await endOf(cms), await listed(cms)] as const);
    writePast((database) => {
      database.prepare('DELETE FROM articles WHERE slug = ? AND published_at IS NOT NULL').run(gone);
      database
        .prepare('UPDATE glossary_terms SET definition = ?, updated_at = ? WHERE slug = (SELECT min(slug) FROM glossary_terms)')
        .run('Imported.', Date.now());
    });
    await whileRunning(async (cms) => {
      expect(await listed(cms)).not.toContain(gone);
      expect(await foundBy(cms, gone.replaceAll('-', ' '))).not.toContain(gone);
      const part = await changes(cms, cursor);
      expect(part.isRestart).toBe(false);
      expect(part.nodes).toContainEqual({ action: 'WITHDRAWN', slug: gone });
      expect(part.nodes.filter(({ action }) => action === 'UPDATED')).toHaveLength(1);
      expect(await ask(cms, `{ articleBySlug(slug: "${gone}") { __typename } }`)).toEqual({
        articleBySlug: { __typename: 'GoneArticle' },
      });
      // And only once.
      const again = await changes(cms, part.cursor);
      expect(again.nodes).toEqual([]);
    });
  });

  it('that nothing betrays is taken over by rebuild-index, and every reader of the feed begins again', async () => {
    const [cursor, [slug = '', other = '']] = await whileRunning(async (cms) => [await endOf(cms), await listed(cms)] as const);
    writePast((database) => {
      database.prepare('UPDATE articles SET title = ? WHERE slug = ?').run('Zebrafish at the clinic', slug);
      database.prepare('DELETE FROM public_search WHERE rowid = (SELECT id FROM public_articles WHERE slug = ?)').run(other);
      database.prepare('DELETE FROM public_articles WHERE slug = ?').run(other);
    });
    const command = runCommand('rebuild-index', [], {
      ...(await ownPlaces(folder.path)),
      ...ready.secrets,
      CMS_DATA_DIR: copy.path,
    });
    expect(await command.exited, command.output()).toBe(0);
    expect(command.output()).toMatch(/Lists, search and change feed made anew from \d\d+ documents/);
    await whileRunning(async (cms) => {
      expect(await foundBy(cms, 'zebrafish')).toEqual([slug]);
      expect(await listed(cms)).toContain(other);
      expect(await foundBy(cms, other.replaceAll('-', ' '))).toContain(other);
      expect((await changes(cms, cursor)).isRestart).toBe(true);
    });
  });

  it('is left alone while the CMS runs', async () => {
    await whileRunning(async () => {
      const command = runCommand('rebuild-index', [], {
        ...(await ownPlaces(folder.path)),
        ...ready.secrets,
        CMS_DATA_DIR: copy.path,
      });
      expect(await command.exited).toBe(1);
      expect(command.output()).toContain('most likely a running CMS: stop it first');
    });
  });
});
