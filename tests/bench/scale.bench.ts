import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { startCms, temporaryFolder, type CmsProcess } from '../support/cms-process.ts';
import { prepareCms, preparePanel, type ReadyCms } from '../support/ready-cms.ts';
import { prepareSite, startSite, type SiteProcess } from '../support/site.ts';

import type { Bench } from './support/bench.ts';
import { fillDataFolder } from './support/data-folder.ts';
import { startFreshSite } from './support/fresh-site.ts';
import { memoryOf } from './support/process.ts';
import { milliseconds, quantile } from './support/statistics.ts';
import { table } from './support/table.ts';

const SIZES = (process.env['ARTICLES'] ?? '1000,10000,100000').split(',').map(Number);
const ROUNDS = Number(process.env['ROUNDS'] ?? 60);
const WARMING_MS = 60_000;

/** Words of the library, so that every search is another one. */
const WORDS =
  'ketamine therapy trauma dose evidence sleep memory brain meaning depression trial infusion acceptance values emdr'.split(' ');

/** The i-th question of each kind, never the same twice in a row. */
const kinds: Record<string, (i: number, count: number) => string> = {
  home: () => '/',
  article: (i, count) => `/articles/copy-${13 + ((i * 7_919) % (count - 13))}`,
  'listing, pages 1 to 20': (i) => `/articles?page=${1 + (i % 20)}`,
  'category, pages 1 to 10': (i) => `/articles?category=ketamine-care&page=${1 + (i % 10)}`,
  'sitemap index': () => '/sitemap.xml',
  'sitemap part': () => '/sitemap/articles-1.xml',
  feed: () => '/feed.xml',
  search: (i) => `/search?q=${WORDS[i % WORDS.length] ?? ''}+${WORDS[(i * 3 + 1) % WORDS.length] ?? ''}`,
};

const CHANGES = '{ contentChanges(after: CURSOR, first: 100) { cursor nodes { action slug } } }';

interface Measured {
  /** Milliseconds by kind of request. */
  times: Map<string, number[]>;
  memory: Record<'CMS' | 'site', number>;
  start: number;
}

async function timed(act: () => Promise<Response>, what: string): Promise<{ took: number; text: string }> {
  const begun = performance.now();
  const response = await act();
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${what} was answered with ${response.status}: ${text.slice(0, 300)}`);
  return { took: performance.now() - begun, text };
}

async function measurePages(site: Pick<SiteProcess, 'url'>, count: number, times: Measured['times']): Promise<void> {
  for (const [name, pathOf] of Object.entries(kinds)) {
    const took: number[] = [];
    for (let i = -3; i < ROUNDS; i++) {
      const path = pathOf(i + 3, count);
      const one = await timed(() => fetch(site.url + path), path);
      if (i >= 0) took.push(one.took);
    }
    times.set(name, took);
  }
}

/** Reads the change feed from its beginning, a part at a time. */
async function measureChanges(cms: CmsProcess, token: string, times: Measured['times']): Promise<void> {
  const took: number[] = [];
  let cursor: string | null = null;
  for (let i = -1; i < ROUNDS; i++) {
    const query = CHANGES.replace('CURSOR', JSON.stringify(cursor));
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const init = { method: 'POST', headers, body: JSON.stringify({ query }) };
    const one = await timed(() => fetch(`${cms.url}/graphql`, init), 'contentChanges');
    if (i >= 0) took.push(one.took);
    cursor = (JSON.parse(one.text) as { data: { contentChanges: { cursor: string } } }).data.contentChanges.cursor;
  }
  times.set('contentChanges', took);
}

async function measure(ready: ReadyCms, folder: string, count: number): Promise<Measured> {
  const token = randomBytes(32).toString('base64');
  const times: Measured['times'] = new Map();
  const begun = performance.now();
  const cms = await startCms(folder, { ...ready.secrets, SITE_TOKEN: token, LOG_LEVEL: 'error' });
  const start = performance.now() - begun;
  try {
    const fresh = await startFreshSite(cms, token);
    await measurePages(fresh, count, times).finally(() => fresh.stop());
    await measureChanges(cms, token, times);
    // With it, pages are made ahead, and as many are kept in memory as may be.
    const keeping = await startSite({ cmsUrl: cms.url, env: { SITE_TOKEN: token } });
    await sleep(WARMING_MS);
    const memory = { CMS: memoryOf(cms), site: memoryOf(keeping) };
    await keeping.stop();
    return { times, memory, start };
  } finally {
    await cms.stop();
  }
}

function report(measured: Measured[]): string[] {
  const [first] = measured;
  const head = SIZES.flatMap((count) => [`${count.toLocaleString('en-US')}: p50`, 'p99']);
  const rows = [...(first?.times.keys() ?? [])].map((name) => {
    const medians = measured.map(({ times }) => quantile(times.get(name) ?? [], 0.5));
    const values = measured.flatMap(({ times }) =>
      [0.5, 0.99].map((share) => milliseconds(quantile(times.get(name) ?? [], share))),
    );
    const [least = 1, most = 1] = [medians[0], medians.at(-1)];
    return [name, ...values, `${(most / least).toFixed(1)} ×`, milliseconds(most - least)];
  });
  const facts = measured.map(({ memory, start }, i) => [
    (SIZES[i] ?? 0).toLocaleString('en-US'),
    `${memory.CMS.toFixed(0)} MB`,
    `${memory.site.toFixed(0)} MB`,
    `${(start / 1_000).toFixed(1)} s`,
  ]);
  return [
    '',
    table(['fresh, one after the other', ...head, 'p50 grows', 'by'], rows),
    '',
    table(['articles', 'memory of the CMS', 'of the site, making pages ahead', 'start of the CMS'], facts),
  ];
}

/** How the time that each kind of request takes grows with the number of articles, when nothing is kept. */
const bench: Bench = async (say) => {
  await preparePanel();
  await prepareSite();
  const ready = await prepareCms();
  const measured: Measured[] = [];
  for (const count of SIZES) {
    const folder = temporaryFolder('scale');
    try {
      await fillDataFolder(`${folder.path}/data`, count, say);
      say(`Measuring ${count.toLocaleString('en-US')} articles …`);
      measured.push(await measure(ready, `${folder.path}/data`, count));
    } finally {
      folder.remove();
    }
  }
  return report(measured);
};

export default bench;
