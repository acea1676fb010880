import { randomBytes } from 'node:crypto';

import { startCms } from './cms-process.ts';
import { freePort } from './ports.ts';
import { copyOf, prepareCms, preparePanel, type ReadyCms } from './ready-cms.ts';
import { prepareSite, startSite } from './site.ts';

/** The whole product, running. */
export interface Clinic {
  siteUrl: string;
  cmsUrl: string;
  administrator: ReadyCms['administrator'];
  stop: () => Promise<void>;
}

/**
 * Starts the whole product as in production, on a copy of the demo library. Builds what has changed first.
 * @param settings of the CMS, in place of those that tests have
 */
export async function startClinic(settings: Record<string, string> = {}): Promise<Clinic> {
  await preparePanel();
  await prepareSite();
  const ready = await prepareCms();
  const copy = copyOf(ready);
  const port = await freePort();
  const siteUrl = `http://127.0.0.1:${port}`;
  const shared = { SITE_URL: siteUrl, SITE_TOKEN: randomBytes(32).toString('base64') };
  const cms = await startCms(copy.path, { ...ready.secrets, ...shared, ...settings });
  const site = await startSite({ cmsUrl: cms.url, port, env: shared });
  return {
    siteUrl,
    cmsUrl: cms.url,
    administrator: ready.administrator,
    stop: async () => {
      await site.stop();
      await cms.stop();
      copy.remove();
    },
  };
}
