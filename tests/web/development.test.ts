import { expect, it } from 'vitest';

import { ask } from '../support/ask.ts';
import { startSite } from '../support/site.ts';

it(
  'the site of `pnpm dev` has the guards and the pages of the real one, with hot reload and a gallery of the components',
  { timeout: 120_000 },
  async () => {
    const site = await startSite({ development: true });
    const page = await ask(site.url, { path: '/nowhere' });
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.text).toContain('virtual:remix/inject-hmr-runtime');
    expect((await ask(site.url, { path: '/@vite/client' })).headers['content-type']).toBe('text/javascript');
    expect((await ask(site.url, { path: '/%ff' })).status).toBe(400);
    expect((await ask(site.url, { headers: { host: 'evil.test' } })).status).toBe(421);
    expect((await ask(site.url, { path: '/media/none.png' })).status).toBe(503);
    const gallery = await ask(site.url, { path: '/design' });
    expect([gallery.status, gallery.text]).toEqual([200, expect.stringContaining('<h2>Care card</h2>')]);
    site.signal('SIGTERM');
    expect(await site.exited).toBe(0);
    await site.stop();
  },
);
