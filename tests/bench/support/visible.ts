import { setTimeout as sleep } from 'node:timers/promises';

import type { CmsProcess } from '../../support/cms-process.ts';
import type { SiteProcess } from '../../support/site.ts';
import type { CallAdmin } from '../../support/strapi.ts';

import { exchange, send } from './load.ts';
import { milliseconds, quantile } from './statistics.ts';
import { table } from './table.ts';

const PATIENCE_MS = 30_000;
const LOOK_MS = 5;

/** What is published again and again, and where visitors would see it. */
export interface Publishing {
  site: SiteProcess;
  cms: CmsProcess;
  admin: CallAdmin;
  /** By which another app may ask as often as it likes. */
  token: string;
  slug: string;
  publishes: number;
}

/** What a place shows now. */
type Look = () => Promise<string>;

/**
 * Publishes one article under a new title many times. After every answer all places where visitors or other apps see it are looked at
 * side by side until each shows it.
 */
export async function publishing({ site, cms, admin, token, slug, publishes }: Publishing): Promise<string> {
  const articles = '/content-manager/collection-types/api::article.article';
  const { body } = await admin('GET', `${articles}?filters[slug][$eq]=${slug}`);
  const { documentId } = (body as { results: [{ documentId: string }] }).results[0];
  // As a reader that has it asks: what is as it was is not sent again.
  const page = (path: string) => {
    let etag = '';
    return async () => {
      const { headers, text } = await exchange(site.url + path, { headers: etag === '' ? {} : { 'if-none-match': etag } });
      etag = headers.etag ?? '';
      return text;
    };
  };
  const pages = {
    article: page(`/articles/${slug}`),
    home: page('/'),
    listing: page('/articles?sort=title'),
    feed: page('/feed.xml'),
  };
  const query = JSON.stringify({ query: `{ articleBySlug(slug: "${slug}") { ... on Article { title } } }` });
  const graphql = { url: cms.url, headers: { authorization: `Bearer ${token}` } };
  /** Places that say the title, and how to ask each for a title. */
  const places: Record<string, (title: string) => Look> = {
    article: () => pages.article,
    home: () => pages.home,
    listing: () => pages.listing,
    feed: () => pages.feed,
    search: (title) => page(`/search?q=${encodeURIComponent(title)}`),
    GraphQL: () => async () => (await send(graphql, query)).text.replace('"}', '<'),
  };
  const part = await partWith(site, slug);
  const lookAtMap = page(part);
  const took: Record<string, number[]> = {};
  for (let i = 0; i < publishes; i++) {
    const title = `A numbered title ${i + 1_000} of many`;
    const before = lastChange(await (await fetch(site.url + part)).text(), slug);
    const { status, body: answer } = await admin('POST', `${articles}/${documentId}/actions/publish`, { title });
    if (status !== 200) throw new Error(`Publishing was answered with ${status}: ${JSON.stringify(answer)}`);
    const answered = performance.now();
    const looks = Object.entries(places).map(async ([name, lookFor]) => {
      const look = lookFor(title);
      await until(name, answered, async () => (await look()).includes(`${title}<`));
      (took[name] ??= []).push(performance.now() - answered);
    });
    const mapped = until('site map', answered, async () => {
      const now = lastChange(await lookAtMap(), slug);
      return now !== null && now !== before;
    }).then(() => {
      (took['site map'] ??= []).push(performance.now() - answered);
    });
    await Promise.all([...looks, mapped]);
  }
  const rows = Object.entries(took).map(([name, times]) => [
    name,
    ...[0.5, 0.95, 1].map((share) => milliseconds(quantile(times, share))),
  ]);
  return table([`${publishes} publishes, answered → visible`, 'p50', 'p95', 'max'], rows);
}

async function until(what: string, from: number, isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    if (performance.now() - from > PATIENCE_MS) throw new Error(`${what} never showed it.`);
    await sleep(LOOK_MS);
  }
}

/** The part of the site map that names the article. */
async function partWith(site: SiteProcess, slug: string): Promise<string> {
  const index = await (await fetch(`${site.url}/sitemap.xml`)).text();
  for (const [, part = ''] of index.matchAll(/<loc>[^<]*?(\/sitemap\/[^<]+)<\/loc>/g)) {
    if (lastChange(await (await fetch(site.url + part)).text(), slug) !== null) return part;
  }
  throw new Error('The site map does not name the article.');
}

/** When a part of the site map says that the article was last changed; null if it does not name it. */
function lastChange(part: string, slug: string): string | null {
  return new RegExp(`/articles/${slug}</loc>\\s*<lastmod>([^<]+)`).exec(part)?.[1] ?? null;
}
