import { randomBytes } from 'node:crypto';

import { startCms, type CmsProcess } from '../support/cms-process.ts';
import { freePort } from '../support/ports.ts';
import { copyOf, prepareCms, preparePanel } from '../support/ready-cms.ts';
import { prepareSite, startSite, type SiteProcess } from '../support/site.ts';
import { adminOf } from '../support/strapi.ts';

import { startBareNode } from './support/bare-node.ts';
import type { Bench } from './support/bench.ts';
import { startFreshSite } from './support/fresh-site.ts';
import { startNginx, type StaticAnswer } from './support/nginx.ts';
import { cpuMs, memoryOf } from './support/process.ts';
import { median, milliseconds } from './support/statistics.ts';
import { table } from './support/table.ts';
import { publishing } from './support/visible.ts';
import { atFullSpeed, atRate, hasTools } from './support/wrk.ts';

const ROUNDS = 3;
const PUBLISHES = Number(process.env['PUBLISHES'] ?? 100);
const SLUG = 'introduction-to-act-therapy';
const pages = { article: `/articles/${SLUG}`, listing: '/articles', home: '/' };
const compressed = { 'accept-encoding': 'br' };

/** `fetch` decodes what it gets; here the bytes count as they were sent. */
async function bytesOf(url: string): Promise<StaticAnswer> {
  const { ask } = await import('../support/ask.ts');
  const { pathname, origin } = new URL(url);
  const { status, headers, body } = await ask(origin, { path: pathname, headers: compressed });
  if (status !== 200) throw new Error(`${pathname} answers ${status}`);
  return { path: pathname, headers: headers as Record<string, string>, body };
}

async function besideNginx(site: SiteProcess, say: (line: string) => void): Promise<string> {
  if (!hasTools('nginx', 'wrk')) return 'Left out: nginx and wrk are not installed (apt-get install nginx-light wrk).';
  const answers = await Promise.all(Object.values(pages).map((path) => bytesOf(site.url + path)));
  const nginx = await startNginx(answers);
  const bare = await startBareNode(answers);
  const servers = { site: site.url, bare: bare.url, nginx: nginx.url };
  type Server = keyof typeof servers;
  const rows: string[][] = [];
  const measure = async (name: string, path: string, headers: (of: Server) => Record<string, string>) => {
    const rates: Record<Server, number[]> = { site: [], bare: [], nginx: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const [of, url] of Object.entries(servers) as [Server, string][])
        rates[of].push((await atFullSpeed(url + path, headers(of))).perSecond);
    }
    const ratioTo = (other: Server) => median(rates.site.map((value, i) => value / (rates[other][i] ?? value))).toFixed(2);
    const half = await atRate(site.url + path, headers('site'), median(rates.site) / 2);
    rows.push([
      name,
      ...[rates.site, rates.bare, rates.nginx].map((values) => median(values).toFixed(0)),
      ratioTo('bare'),
      ratioTo('nginx'),
      `${half.perSecond.toFixed(0)}/s`,
      milliseconds(half.p99),
    ]);
    say(`  ${name}: ${ratioTo('nginx')} of nginx, ${ratioTo('bare')} of bare Node`);
  };
  try {
    for (const [name, path] of Object.entries(pages)) await measure(name, path, () => compressed);
    const tagOf = async (of: Server) => String((await fetch(servers[of] + pages.article)).headers.get('etag'));
    const tags = { site: await tagOf('site'), bare: await tagOf('bare'), nginx: await tagOf('nginx') };
    await measure('article, 304', pages.article, (of) => ({ ...compressed, 'if-none-match': tags[of] }));
  } finally {
    await Promise.all([nginx.stop(), bare.stop()]);
  }
  return table(
    ['32 connections, requests/s', 'site', 'bare Node', 'nginx', 'of bare Node', 'of nginx', 'at about half', '99 %'],
    rows,
  );
}

async function freshRenders(cms: CmsProcess, token: string): Promise<string> {
  const site = await startFreshSite(cms, token);
  const rows: string[][] = [];
  for (const [name, path] of Object.entries(pages)) {
    for (let i = 0; i < 20; i++) await bytesOf(site.url + path);
    const [cpu, begun] = [cpuMs(site.pid), performance.now()];
    const count = 100;
    for (let i = 0; i < count; i++) await bytesOf(site.url + path);
    const took = performance.now() - begun;
    rows.push([name, (count / (took / 1_000)).toFixed(0), milliseconds((cpuMs(site.pid) - cpu) / count)]);
  }
  await site.stop();
  return table(['one after the other', 'renders/s', 'CPU of the site'], rows);
}

async function weights(site: SiteProcess): Promise<string> {
  const rows = await Promise.all(
    Object.entries(pages).map(async ([name, path]) => {
      const page = await fetch(site.url + path);
      const text = await page.text();
      const files = [...text.matchAll(/<link[^>]+href="(\/[^"]+\.(?:css|woff2))"/g)].map(([, file = '']) => file);
      const sizes = await Promise.all(
        [path, ...new Set(files)].map(async (file) => (await bytesOf(site.url + file)).body.byteLength),
      );
      return [
        name,
        String(sizes.length),
        `${((sizes[0] ?? 0) / 1_000).toFixed(1)} kB`,
        `${(sizes.reduce((a, b) => a + b, 0) / 1_000).toFixed(1)} kB`,
      ];
    }),
  );
  return table(['without pictures, as sent', 'requests', 'page', 'in all'], rows);
}

/** The site beside nginx with the same bytes; fresh renders; how soon a publish shows; what pages weigh; how long a start takes. */
const bench: Bench = async (say) => {
  say('Preparing …');
  await preparePanel();
  const ready = await prepareCms();
  await prepareSite();
  const content = copyOf(ready);
  const port = await freePort();
  const shared = { SITE_URL: `http://127.0.0.1:${port}`, SITE_TOKEN: randomBytes(32).toString('base64') };
  const begun = performance.now();
  const cms = await startCms(content.path, { ...ready.secrets, ...shared, LOG_LEVEL: 'error' });
  const cmsReady = performance.now();
  const site = await startSite({ cmsUrl: cms.url, port, env: shared });
  const siteReady = performance.now();
  try {
    while (!site.logs().includes('pages made ahead')) await new Promise((resolve) => setTimeout(resolve, 200));
    const warm = performance.now();
    say('Beside nginx …');
    const cached = await besideNginx(site, say);
    say('Fresh renders …');
    const fresh = await freshRenders(cms, shared.SITE_TOKEN);
    say('Publishing …');
    const visible = await publishing({
      site,
      cms,
      admin: adminOf(cms.url, ready.administrator),
      token: shared.SITE_TOKEN,
      slug: SLUG,
      publishes: PUBLISHES,
    });
    const starts = table(
      ['start', 'ms'],
      [
        ['CMS answers', (cmsReady - begun).toFixed(0)],
        ['site answers', (siteReady - cmsReady).toFixed(0)],
        ['every page made ahead', (warm - siteReady).toFixed(0)],
      ],
    );
    const memory = `Memory after all that: site ${memoryOf(site).toFixed(0)} MB, CMS ${memoryOf(cms).toFixed(0)} MB.`;
    return [cached, fresh, visible, await weights(site), starts, memory].flatMap((text) => ['', text]);
  } finally {
    await site.stop();
    await cms.stop();
    content.remove();
  }
};

export default bench;
