import type { TestProject } from 'vitest/node';

import { startCms } from '../support/cms-process.ts';
import { freePort } from '../support/ports.ts';
import { copyOf, prepareCms, preparePanel, type ReadyCms } from '../support/ready-cms.ts';
import { prepareSite, startSite } from '../support/site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    clinic: { siteUrl: string; cmsUrl: string; administrator: ReadyCms['administrator'] };
  }
}

/** Runs the whole product once, built as in production, for the suites that use it as people do. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await preparePanel();
  await prepareSite();
  const ready = await prepareCms();
  const copy = copyOf(ready);
  const port = await freePort();
  const siteUrl = `http://127.0.0.1:${port}`;
  const cms = await startCms(copy.path, { ...ready.secrets, SITE_URL: siteUrl });
  const site = await startSite({ cmsUrl: cms.url, port, env: { SITE_URL: siteUrl } });
  project.provide('clinic', { siteUrl, cmsUrl: cms.url, administrator: ready.administrator });
  return async () => {
    await site.stop();
    await cms.stop();
    copy.remove();
  };
}
