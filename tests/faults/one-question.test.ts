import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { pages } from '../e2e/pages.ts';
import { startCms, type CmsProcess } from '../support/cms-process.ts';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.ts';
import { copyOf } from '../support/ready-cms.ts';
import { startSite, type SiteProcess } from '../support/site.ts';

const ready = inject('readyCms');
const content = copyOf(ready);
let cms: CmsProcess;
let proxy: FaultProxy;
let site: SiteProcess;

beforeAll(async () => {
  cms = await startCms(content.path, ready.secrets);
  proxy = await startFaultProxy(cms.url);
  // Without the token nothing is kept: every page is made anew.
  site = await startSite({ cmsUrl: proxy.url });
});

afterAll(async () => {
  await site.stop();
  await proxy.stop();
  await cms.stop();
  content.remove();
});

/** A term's page looks for articles with the words of the term, which it has to learn first. */
const questions = (name: string) => (name === 'term' ? 2 : 1);

describe('a page that is made anew', () => {
  it.each(Object.entries(pages))('asks the CMS once for everything: %s', async (name, path) => {
    await fetch(site.url + path);
    const before = proxy.asked();
    await fetch(site.url + path);
    expect(proxy.asked() - before).toBe(questions(name));
  });
});
