import path from 'node:path';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { fillDataFolder } from '../bench/support/data-folder.ts';
import { quantile } from '../bench/support/statistics.ts';
import { temporaryFolder } from '../support/cms-process.ts';
import { faults } from '../support/fault-proxy.ts';
import { memoryMb } from '../support/mutations.ts';
import { openStage, type Stage } from '../support/stage.ts';

/** How many articles there are, and how many requests while the CMS is away. */
const ARTICLES = Number(process.env['ARTICLES'] ?? 1_000);
const REQUESTS = Number(process.env['REQUESTS'] ?? 20_000);
const READERS = 8;

const folder = temporaryFolder('filled');
let stage: Stage;
let published: string[];

beforeAll(async () => {
  const dataDir = path.join(folder.path, 'data');
  await fillDataFolder(dataDir, ARTICLES, (line) => process.stdout.write(`${line}\n`));
  stage = await openStage(inject('readyCms'), { dataDir });
  const begun = performance.now();
  await stage.isWarm();
  published = await stage.published();
  process.stdout.write(
    `${ARTICLES} articles: ${published.length} addresses, made ahead in ${((performance.now() - begun) / 1_000).toFixed(0)} s\n`,
  );
}, 900_000);

afterAll(async () => {
  await stage.stop();
  folder.remove();
});

/** Asks for what was published, over and over. @returns what was not answered with 200 */
async function askForAll(what: string, count: number): Promise<string[]> {
  const failed: string[] = [];
  const took: number[] = [];
  let next = 0;
  const read = async () => {
    while (next < count) {
      const address = published[next++ % published.length] ?? '/';
      const begun = performance.now();
      const { status } = await stage.get(address, { 'accept-encoding': 'br' });
      took.push(performance.now() - begun);
      if (status !== 200) failed.push(`${status} ${address}`);
    }
  };
  await Promise.all(Array.from({ length: READERS }, read));
  const [p50, p99, max] = [0.5, 0.99, 1].map((share) => `${quantile(took, share).toFixed(1)} ms`);
  process.stdout.write(
    `${what}: ${count} requests, ${failed.length} failed, p50 ${p50}, p99 ${p99}, max ${max}, ${memoryMb(stage.site().pid)} MB\n`,
  );
  return failed;
}

describe(`while the CMS is away, with ${ARTICLES} articles`, () => {
  it('every address of the site map and every picture is there, also after a cold restart', async () => {
    stage.proxy.set(faults.stopped);
    expect(await askForAll('CMS stopped', REQUESTS)).toEqual([]);
    await stage.restartSite();
    expect(await askForAll('CMS stopped, web server started anew', REQUESTS)).toEqual([]);
  });

  it('or slow, or hung, known pages are there as well', async () => {
    for (const [name, fault] of Object.entries({
      slow: faults.slow,
      hung: faults.hung,
      'out of order': faults['out of order'],
    })) {
      stage.proxy.set(fault);
      expect(await askForAll(`CMS ${name}`, Math.ceil(REQUESTS / 10))).toEqual([]);
    }
  });
});
