import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, describe, expect, inject, it } from 'vitest';

import { quantile } from '../bench/support/statistics.ts';
import { temporaryFolder } from '../support/cms-process.ts';
import { ownPlaces, runCommand } from '../support/command.ts';
import { startLoad, type LoadResult } from '../support/load.ts';
import { copyOf } from '../support/ready-cms.ts';
import { openStage } from '../support/stage.ts';

/** `RESTARTS=2` for a first look. */
const RESTARTS = Number(process.env['RESTARTS'] ?? 20);
const PER_SECOND = 50;
const paths = ['/', '/articles', '/articles/introduction-to-act-therapy', '/glossary', '/feed.xml', '/healthz'];

const ready = inject('readyCms');
const folder = temporaryFolder('restarts');
afterAll(() => {
  folder.remove();
});

function tell(what: string, { asked, failed, took }: LoadResult): void {
  const [p50, p99, max] = [0.5, 0.99, 1].map((share) => `${quantile(took, share).toFixed(1)} ms`);
  process.stdout.write(
    `${RESTARTS} restarts of ${what} at ${PER_SECOND} requests/s: ${asked} requests, ${failed.length} failed, p50 ${p50}, p99 ${p99}, max ${max}\n`,
  );
}

describe(`${RESTARTS} restarts`, () => {
  it('of the site, as it is started in production, are noticed by nobody', async () => {
    const copy = copyOf(ready);
    const env: Record<string, string> = { ...(await ownPlaces(folder.path)), ...ready.secrets, CMS_DATA_DIR: copy.path };
    const start = runCommand('start', [], env);
    await start.says('Ready in');
    const load = startLoad(`http://localhost:${env['PORT']}`, paths, PER_SECOND);
    const done = () => start.output().split('The site was started anew').length - 1;
    for (let restart = 1; restart <= RESTARTS; restart++) {
      process.kill(start.pid, 'SIGUSR2');
      while (done() < restart) {
        expect(start.output()).not.toContain('The site was not started anew');
        await sleep(50);
      }
      await sleep(300);
    }
    const result = await load.stop();
    tell('the site', result);
    process.kill(start.pid, 'SIGTERM');
    expect(await start.exited, start.output()).toBe(0);
    copy.remove();
    expect(result.failed).toEqual([]);
  });

  it('of the CMS are noticed by nobody', async () => {
    const stage = await openStage(ready);
    await stage.isWarm();
    const load = startLoad(stage.site().url, paths, PER_SECOND);
    for (let restart = 1; restart <= RESTARTS; restart++) {
      await stage.restartCms();
      await sleep(300);
    }
    const result = await load.stop();
    tell('the CMS', result);
    await stage.stop();
    expect(result.failed).toEqual([]);
  });
});
