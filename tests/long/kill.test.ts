import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, describe, expect, inject, it } from 'vitest';

import { startCms, temporaryFolder } from '../support/cms-process.ts';
import { askForShelf } from '../support/content.ts';
import { copyOf } from '../support/ready-cms.ts';
import { adminOf, askCms } from '../support/strapi.ts';

import { Evidence } from './support/evidence.ts';
import { FeedCopy } from './support/feed-copy.ts';
import { Writer } from './support/writer.ts';

/** How often the CMS is killed, and how many writes it acknowledges meanwhile; `KILLS=5 WRITES=200` for a first look. */
const KILLS = Number(process.env['KILLS'] ?? 200);
const WRITES = Number(process.env['WRITES'] ?? 10_000);
const WRITERS = 4;
/** How long it may take until a CMS that was killed is ready again. */
const READY_MS = Number(process.env['READY_MS'] ?? 15_000);

const ready = inject('readyCms');
const copy = copyOf(ready);
const folder = temporaryFolder('feed-copy');
afterAll(() => {
  copy.remove();
  folder.remove();
});

const database = path.join(copy.path, 'content.db');
const token = randomBytes(32).toString('base64');
const environment = { ...ready.secrets, SITE_TOKEN: token };

async function examine(writers: Writer[]): Promise<string[]> {
  const evidence = new Evidence(database);
  try {
    return [...(await evidence.halves()), ...writers.flatMap((writer) => evidence.losses(writer))];
  } finally {
    evidence.close();
  }
}

describe('a CMS that is killed at any moment', () => {
  it('loses nothing that it has acknowledged, does nothing by half, and tells a reader all of it', async () => {
    const writers: Writer[] = [];
    const reader = new FeedCopy(folder.path, token);
    const starts: number[] = [];
    const acknowledged = () => writers.reduce((sum, one) => sum + one.acknowledged, 0);
    const refused = () => writers.reduce((sum, one) => sum + one.refused, 0);

    for (let kill = 1; kill <= KILLS; kill++) {
      const start = performance.now();
      const cms = await startCms(copy.path, environment);
      starts.push(performance.now() - start);
      if (kill === 1) {
        const shelf = await askForShelf((query) => askCms(cms.url, query));
        for (let i = 0; i < WRITERS; i++) writers.push(new Writer(`writer-${i}`, shelf));
      }
      const admin = adminOf(cms.url, ready.administrator);
      // Sign in first: the moments that matter are those of writing.
      await admin('GET', '/admin/users/me');
      const stopReading = reader.readAndDie(cms.url);
      const goal = kill === KILLS ? WRITES : (WRITES / KILLS) * (kill - 1 + 0.2 + Math.random() * 0.9);
      const writing = Promise.all(writers.map((writer) => writer.writeUntilGone(admin))).then(() => 'gone');
      while (acknowledged() < goal) {
        const state = await Promise.race([sleep(5, 'alive'), writing]);
        if (state === 'gone') throw new Error(`The CMS ended by itself:\n${cms.output()}`);
      }
      await sleep(Math.random() * 150);
      await cms.stop('SIGKILL');
      await writing;
      await stopReading();
      expect(await examine(writers), `after kill ${kill}`).toEqual([]);
      if (kill % 10 === 0) process.stdout.write(`${kill} kills, ${acknowledged()} writes acknowledged\n`);
    }

    const cms = await startCms(copy.path, environment);
    const read = await reader.catchUp(cms.url);
    await cms.stop();
    const evidence = new Evidence(database);
    const articles = new Map([...read].flatMap(([key, value]) => (key.startsWith('ARTICLE ') ? [[key.slice(8), value]] : [])));
    const [published, live, halves] = [evidence.published(), evidence.live(), await evidence.halves()];
    evidence.close();

    starts.sort((a, b) => a - b);
    const [middle = 0, slowest = 0] = [starts[Math.floor(starts.length / 2)], starts.at(-1)];
    process.stdout.write(
      `${KILLS} kills of the CMS and ${reader.kills} of the reader, ${acknowledged()} writes acknowledged, ` +
        `${refused()} refused as too busy, none lost, none half done; ` +
        `ready again after ${Math.round(middle)} ms (median), ${Math.round(slowest)} ms (slowest)\n`,
    );
    expect(halves).toEqual([]);
    expect(articles).toEqual(published);
    expect(read.size).toBe(live);
    expect(acknowledged()).toBeGreaterThanOrEqual(WRITES);
    expect(reader.kills).toBeGreaterThan(0);
    expect(slowest).toBeLessThanOrEqual(READY_MS);
  });
});
