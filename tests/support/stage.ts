import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ask, type Answer } from './ask.ts';
import { startCms, temporaryFolder, type CmsProcess } from './cms-process.ts';
import { ARTICLE } from './content.ts';
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts';
import { freePort } from './ports.ts';
import { copyOf, type ReadyCms } from './ready-cms.ts';
import { readSiteMap } from './site-map.ts';
import { startSite, type SiteOptions, type SiteProcess } from './site.ts';
import { adminOf, type CallAdmin } from './strapi.ts';

const articles = `/content-manager/collection-types/${ARTICLE}`;

/** An article as the admin's lists show it. */
interface Entry {
  documentId: string;
  title: string;
}

/** The whole product, with a proxy that misbehaves between its halves. */
export interface Stage {
  cms: CmsProcess;
  proxy: FaultProxy;
  admin: CallAdmin;
  site: () => SiteProcess;
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Stops the web server and starts it again on what it has kept; `between` happens while it is stopped. */
  restartSite: (between?: () => void) => Promise<void>;
  /** Stops the CMS and starts it again at the same place. */
  restartCms: () => Promise<void>;
  /** Waits until every page has been made ahead. */
  isWarm: () => Promise<void>;
  /** Every address of the site map, and every picture on those pages. */
  published: () => Promise<string[]>;
  find: (slug: string) => Promise<Entry>;
  /** Publishes an article with something changed. @returns the status */
  publish: (slug: string, change: Record<string, unknown>) => Promise<number>;
  unpublish: (slug: string) => Promise<number>;
  /** Where the site keeps its pages. */
  pagesFolder: string;
  /** The names of the kept pages' files that hold some bytes. */
  keptWith: (words: string) => string[];
  stop: () => Promise<void>;
}

/** What else a stage may need. */
export interface StageOptions {
  env?: Record<string, string>;
  /** A data folder of the CMS, if it is not the demo library. */
  dataDir?: string;
  /** Does something to the CMS's own copy of it first. */
  prepare?: (folder: string) => void;
  site?: Pick<SiteOptions, 'app'>;
}

/** Starts the whole product on a copy of the demo library. */
export async function openStage(
  ready: ReadyCms,
  { env = {}, dataDir = ready.dataDir, prepare, site: siteOptions }: StageOptions = {},
): Promise<Stage> {
  const content = copyOf({ dataDir });
  prepare?.(content.path);
  const data = temporaryFolder('site');
  const [port, cmsPort] = [await freePort(), await freePort()];
  const shared = { SITE_URL: `http://127.0.0.1:${port}`, SITE_TOKEN: randomBytes(32).toString('base64'), ...env };
  const launchCms = () => startCms(content.path, { ...ready.secrets, ...shared, CMS_PORT: String(cmsPort) });
  let cms = await launchCms();
  const proxy = await startFaultProxy(cms.url);
  const admin = adminOf(cms.url, ready.administrator);
  const launchSite = () => startSite({ cmsUrl: proxy.url, port, dataDir: data.path, env: shared, ...siteOptions });
  let site = await launchSite();

  const get = (path: string, headers = {}) => ask(site.url, { path, headers });
  const find = async (slug: string) => {
    const { body } = await admin('GET', `${articles}?filters[slug][$eq]=${slug}`);
    const [entry] = (body as { results: Entry[] }).results;
    if (!entry) throw new Error(`There is no article ${slug}.`);
    return entry;
  };
  const act = async (slug: string, action: string, change: Record<string, unknown>) => {
    const { documentId } = await find(slug);
    const { status, body } = await admin('POST', `${articles}/${documentId}/actions/${action}`, change);
    if (status !== 200) process.stdout.write(`${action} of ${slug} was refused: ${JSON.stringify(body)}\n`);
    return status;
  };

  const pagesFolder = path.join(data.path, 'cache/pages');
  return {
    get cms() {
      return cms;
    },
    proxy,
    admin,
    site: () => site,
    get,
    find,
    restartSite: async (between) => {
      await site.stop();
      between?.();
      site = await launchSite();
    },
    restartCms: async () => {
      await cms.stop();
      cms = await launchCms();
    },
    isWarm: async () => {
      while (!site.logs().includes('pages made ahead')) await new Promise((resolve) => setTimeout(resolve, 100));
    },
    published: async () => {
      const { parts, pages } = await readSiteMap(get);
      const pictures: string[] = [];
      for (const page of pages) {
        pictures.push(...[...(await get(page)).text.matchAll(/\ssrc="(\/media\/[^"]+)"/g)].map(([, path = '']) => path));
      }
      return [...new Set(['/sitemap.xml', ...parts, ...pages, ...pictures])];
    },
    publish: (slug, change) => act(slug, 'publish', change),
    unpublish: (slug) => act(slug, 'unpublish', {}),
    pagesFolder,
    keptWith: (words) => {
      const names = readdirSync(pagesFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.page'));
      return names.filter((name) => readFileSync(path.join(pagesFolder, name), 'latin1').includes(words));
    },
    stop: async () => {
      await site.stop();
      await proxy.stop();
      await cms.stop();
      content.remove();
      data.remove();
    },
  };
}
