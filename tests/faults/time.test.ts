import { cpSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { temporaryFolder } from '../support/cms-process.ts';
import { faults } from '../support/fault-proxy.ts';
import { siteRoot } from '../support/site.ts';
import { openStage, type Stage } from '../support/stage.ts';

const SLUG = 'introduction-to-act-therapy';
const PATIENCE = { timeout: 20_000, interval: 50 };
const DAY_MS = 86_400_000;
const clinic = '/content-manager/single-types/api::clinic.clinic';

const app = temporaryFolder('app');
const clock = path.join(app.path, 'clock');
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** The reviews of the demo library are samples, of which none is ever due. */
function review(folder: string): void {
  const database = new Database(path.join(folder, 'content.db'));
  const { changes } = database
    .prepare(
      `UPDATE articles SET review_state = 'reviewed', last_reviewed = ?, review_due = ?, updated_at = ?,
        published_at = CASE WHEN published_at IS NULL THEN NULL ELSE ? END WHERE slug = ?`,
    )
    .run(inDays(-360), inDays(5), Date.now(), Date.now(), SLUG);
  database.close();
  expect(changes).toBe(2);
}

let stage: Stage;
beforeAll(async () => {
  cpSync(path.join(siteRoot, 'build'), path.join(app.path, 'build'), { recursive: true });
  cpSync(path.join(siteRoot, 'package.json'), path.join(app.path, 'package.json'));
  symlinkSync(path.join(siteRoot, 'node_modules'), path.join(app.path, 'node_modules'));
  const preload = fileURLToPath(new URL('../support/shifted-clock.cjs', import.meta.url));
  stage = await openStage(inject('readyCms'), {
    env: { NODE_OPTIONS: `--require ${preload}`, CLOCK_FILE: clock },
    prepare: review,
    site: { app: app.path },
  });
  await stage.isWarm();
});
afterAll(async () => {
  await stage.stop();
  app.remove();
});

describe('what depends on the date', () => {
  it('is made anew when its time has come, and not before', { timeout: 60_000 }, async () => {
    const { body } = await stage.admin('GET', clinic);
    const { data } = body as { data: { closures: object[] } };
    const closures = [...data.closures, { from: inDays(1), to: inDays(4), reason: 'The canary moves house' }];
    expect((await stage.admin('POST', `${clinic}/actions/publish`, { closures })).status).toBe(200);
    const isClosed = async () => (await stage.get('/book-a-consultation')).text.includes('The canary moves house');
    const isOverdue = async () => (await stage.get(`/articles/${SLUG}`)).text.includes('The review of this page is overdue');
    await expect.poll(isClosed, PATIENCE).toBe(true);
    expect(await isOverdue()).toBe(false);
    writeFileSync(clock, String(2 * DAY_MS));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([await isClosed(), await isOverdue()]).toEqual([true, false]);
    writeFileSync(clock, String(9 * DAY_MS));
    await expect.poll(async () => [await isClosed(), await isOverdue()], PATIENCE).toEqual([false, true]);
  });
});

/** Gives a file of the browser another name, as a build does that finds it changed. */
function rebuild(name: string): string {
  const renamed = name.replace(/-[\w-]{8}\./, '-Canary00.');
  const assets = path.join(app.path, 'build/client/assets');
  for (const file of readdirSync(assets).filter((one) => one.startsWith(name))) {
    renameSync(path.join(assets, file), path.join(assets, file.replace(name, renamed)));
  }
  const server = path.join(app.path, 'build/server');
  for (const entry of readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.js'))) {
    const file = path.join(server, entry);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(name, renamed));
  }
  return renamed;
}

describe('after another build', () => {
  it('pages of the one before are served with everything they need, until they are made anew', { timeout: 60_000 }, async () => {
    const style = /\/assets\/([^"]+\.css)/;
    const before = await stage.get(`/articles/${SLUG}`);
    const [, name = ''] = style.exec(before.text) ?? [];
    stage.proxy.set(faults.stopped);
    let renamed = '';
    await stage.restartSite(() => {
      renamed = rebuild(name);
    });
    expect(renamed).not.toBe(name);
    const page = await stage.get(`/articles/${SLUG}`);
    expect([page.status, page.text.includes(name)]).toEqual([200, true]);
    for (const file of [name, renamed]) {
      const { status, headers } = await stage.get(`/assets/${file}`, { 'accept-encoding': 'br' });
      expect([status, headers['content-encoding'], headers['content-type']]).toEqual([200, 'br', 'text/css; charset=utf-8']);
    }
    stage.proxy.set(null);
    await expect.poll(async () => (await stage.get(`/articles/${SLUG}`)).text.includes(renamed), PATIENCE).toBe(true);
  });
});
