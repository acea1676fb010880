import type { CmsProcess } from '../../support/cms-process.ts';
import { startFaultProxy } from '../../support/fault-proxy.ts';
import { startSite, type SiteProcess } from '../../support/site.ts';

/**
 * Starts a site that makes every page anew: without the token it takes nothing from what it keeps. What stands between lends the token to the
 * CMS, which would let a stranger ask only so much.
 */
export async function startFreshSite(cms: CmsProcess, token: string): Promise<Pick<SiteProcess, 'url' | 'pid' | 'stop'>> {
  const proxy = await startFaultProxy(cms.url);
  proxy.set((_response, request, pass) => {
    request.headers.authorization = `Bearer ${token}`;
    pass();
  });
  const { url, pid, stop } = await startSite({ cmsUrl: proxy.url });
  return {
    url,
    pid,
    stop: async () => {
      await stop();
      await proxy.stop();
    },
  };
}
