import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { execa } from 'execa';

import { startCms, type CmsProcess } from '../support/cms-process.ts';
import { root } from '../support/operations.ts';
import { copyOf, prepareCms, preparePanel, type ReadyCms } from '../support/ready-cms.ts';

import type { Bench } from './support/bench.ts';
import { atPace, expectData, type Target } from './support/load.ts';
import { fillWithArticles } from './support/many-articles.ts';
import { memoryOf } from './support/process.ts';
import { milliseconds, quantile } from './support/statistics.ts';
import { startStockStrapi } from './support/stock-strapi.ts';
import { table } from './support/table.ts';
import { ANOTHER_MOMENT, atFullSpeedFor, hasTools } from './support/wrk.ts';

const SECONDS = Number(process.env['SECONDS'] ?? 5);
const SIZES = (process.env['ARTICLES'] ?? '13,10000').split(',').map(Number);

const CARD = 'slug title summary category { name slug } author { name slug }';
const SOURCES = 'citationKey authors title year doi';
const LIST = `query ($since: DateTime!) {
  articles(filters: { firstPublishedAt: { gt: $since } }, sort: ["firstPublishedAt:desc"], pagination: { limit: 12 }) {
    ${CARD} sources SLICE { ${SOURCES} }
  }
}`;
const DETAIL = `query ($since: DateTime!, $slug: String!) {
  articles(filters: { slug: { eq: $slug }, firstPublishedAt: { gt: $since } }) {
    ${CARD} shortAnswer sources SLICE { ${SOURCES} } body { __typename ... on RICH { content } ... on CALLOUT { heading content } }
  }
}`;

/** The same question in the words of each schema. Stock Strapi gives ten sources unless asked for more. */
const ours = (query: string) => query.replace('SLICE', '').replace('RICH', 'RichTextBlock').replace('CALLOUT', 'CalloutBlock');
const stocks = (query: string) =>
  query
    .replace('SLICE', '(pagination: { limit: 100 })')
    .replace('RICH', 'ComponentBodyRichText')
    .replace('CALLOUT', 'ComponentBodyCallout');

/** Moments long before anything was published: questions that differ in them alone have the same answer. */
const since = (i: number) => new Date(i).toISOString();
const slug = 'how-psychology-lost-and-found-trauma';
const shapes: Record<string, { query: string; variables: object }> = {
  'list of 12': { query: LIST, variables: {} },
  detail: { query: DETAIL, variables: { slug } },
};

interface Pair {
  cms: CmsProcess;
  mine: Target;
  theirs: Target;
  stop: () => Promise<void>;
}

/** Both, on copies of one database with so many articles. */
async function startBoth(ready: ReadyCms, count: number): Promise<Pair> {
  const data = copyOf(ready);
  const database = path.join(data.path, 'content.db');
  fillWithArticles(database, count);
  const stock = await startStockStrapi({ database, administrator: ready.administrator });
  const token = randomBytes(32).toString('base64');
  const settings = { ...ready.secrets, SITE_TOKEN: token, TRUSTED_PROXY_HEADER: 'x-real-ip', LOG_LEVEL: 'error' };
  const cms = await startCms(data.path, settings);
  const made = await stock.admin('POST', '/admin/api-tokens', {
    name: 'bench',
    description: '',
    type: 'full-access',
    lifespan: null,
  });
  const { accessKey } = (made.body as { data: { accessKey: string } }).data;
  return {
    cms,
    mine: { url: cms.url, headers: { authorization: `Bearer ${token}` } },
    theirs: { url: stock.cms.url, headers: { authorization: `Bearer ${accessKey}` } },
    stop: async () => {
      await cms.stop();
      await stock.stop();
      data.remove();
    },
  };
}

async function compare({ mine, theirs }: Pair, count: number): Promise<string[][]> {
  const rows: string[][] = [];
  const perSecond = async ({ url, headers }: Target, query: string, variables: object) => {
    const load = await atFullSpeedFor(SECONDS, `${url}/graphql`, headers, JSON.stringify({ query, variables }));
    return load.perSecond;
  };
  for (const [name, { query, variables }] of Object.entries(shapes)) {
    const anew = { ...variables, since: ANOTHER_MOMENT };
    const again = { ...variables, since: since(0) };
    for (const [target, text] of [
      [mine, ours(query)],
      [theirs, stocks(query)],
    ] as const) {
      for (let i = 0; i < 5; i++) await expectData(target, { query: text, variables: { ...variables, since: since(-i) } });
    }
    const stock = await perSecond(theirs, stocks(query), anew);
    const uncached = await perSecond(mine, ours(query), anew);
    const cached = await perSecond(mine, ours(query), again);
    const times = (value: number) => `${(value / stock).toFixed(value / stock < 10 ? 1 : 0)} ×`;
    rows.push([
      `${name}, ${count.toLocaleString('en-US')} articles`,
      stock.toFixed(1),
      uncached.toFixed(1),
      times(uncached),
      cached.toFixed(0),
      times(cached),
    ]);
  }
  return rows;
}

const HOSTILE_PER_SECOND = 200;
const READS_PER_SECOND = 50;
/** One after the other in turn, so that what else the machine does falls on both. */
const ROUNDS = 6;
/** What all strangers together may ask is there again after that. */
const CROWD_REFILL_SECONDS = 20;
/** How long the program that attacks takes to begin, at most. */
const STARTS_WITHIN_SECONDS = 5;

/** How the site's own questions fare while strangers, each from another address, send what nobody should. */
async function underFire({ cms, mine }: Pair): Promise<string[]> {
  let asked = 1_000_000;
  const normal = async (): Promise<number[]> => {
    const times: number[] = [];
    await atPace(READS_PER_SECOND, SECONDS * 2, async () => {
      const begun = performance.now();
      await expectData(mine, { query: ours(LIST), variables: { since: since(asked++) } });
      times.push(performance.now() - begun);
    });
    return times;
  };
  const attack = async (seconds: number) => {
    const program = path.join(root, 'tests/bench/support/attack.ts');
    const { stdout } = await execa('node', ['--import', 'tsx', program, cms.url, String(HOSTILE_PER_SECOND), String(seconds)]);
    return JSON.parse(stdout) as Record<string, number>;
  };
  await normal();
  // A CMS that is open to others has answered some of them before.
  await atPace(2, CROWD_REFILL_SECONDS, async (i) => {
    await expectData(
      { url: cms.url, headers: { 'x-real-ip': `203.0.113.${i}` } },
      { query: ours(LIST), variables: { since: since(asked++) } },
    );
  });
  const before = memoryOf(cms);
  const most = { calm: before, busy: before };
  let turn: keyof typeof most = 'calm';
  const watch = setInterval(() => (most[turn] = Math.max(most[turn], memoryOf(cms))), 100);
  const [calm, busy]: [number[], number[]] = [[], []];
  const statuses: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    turn = 'calm';
    calm.push(...(await normal()));
    turn = 'busy';
    const underway = attack(SECONDS * 2 + STARTS_WITHIN_SECONDS);
    await sleep(STARTS_WITHIN_SECONDS * 1_000);
    busy.push(...(await normal()));
    for (const [status, count] of Object.entries(await underway)) statuses[status] = (statuses[status] ?? 0) + count;
  }
  clearInterval(watch);
  const p99 = (times: number[]) => milliseconds(quantile(times, 0.99));
  const median = (times: number[]) => milliseconds(quantile(times, 0.5));
  return [
    table(
      ['', 'median', '99 %'],
      [
        [`${READS_PER_SECOND} lists a second, alone`, median(calm), p99(calm)],
        [`and ${HOSTILE_PER_SECOND} hostile requests a second`, median(busy), p99(busy)],
      ],
    ),
    '',
    `Memory: ${before.toFixed(0)} MB before, at most ${most.calm.toFixed(0)} MB in the calm turns and ${most.busy.toFixed(0)} MB in the others. Hostile requests were answered with ${Object.entries(
      statuses,
    )
      .map(([status, count]) => `${status} (${count})`)
      .join(', ')}.`,
  ];
}

/** Reading by GraphQL beside the same in Strapi as it comes, and reading while the interface is abused. */
const api: Bench = async (say) => {
  if (!hasTools('wrk')) return ['Left out: wrk is not installed (apt-get install wrk).'];
  say('Preparing both …');
  await preparePanel();
  const ready = await prepareCms();
  const rows: string[][] = [];
  let fire: string[] = [];
  for (const count of SIZES) {
    say(`Starting both with ${count.toLocaleString('en-US')} articles …`);
    const pair = await startBoth(ready, count);
    try {
      say('Reading …');
      rows.push(...(await compare(pair, count)));
      if (count === SIZES[0]) fire = await underFire(pair);
    } finally {
      await pair.stop();
    }
  }
  return [
    '',
    'Answers a second (SQLite, over HTTP, to four readers of wrk at once; the same content and the same fields)',
    '',
    table(['', 'stock Strapi', 'this CMS', '', 'from memory', ''], rows),
    '',
    'No two questions are the same in the first two columns; in the third, nothing has changed since the same was asked.',
    '',
    ...fire,
  ];
};

export default api;
