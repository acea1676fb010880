import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask } from '../support/ask.ts';
import { startFakeCms, type FakeCms } from '../support/fake-cms.ts';
import { freePort } from '../support/ports.ts';
import { startSite } from '../support/site.ts';

let cms: FakeCms;

beforeAll(async () => {
  cms = await startFakeCms();
});

afterAll(async () => {
  await cms.stop();
});

/** Something to wait for: a file that the CMS takes its time to give. */
function slowFile(path: string, milliseconds: number): Promise<void> {
  return new Promise((asked) => {
    cms.answers.set(path, (response) => {
      asked();
      setTimeout(() => response.end('%PDF-1.7'), milliseconds);
    });
  });
}

describe('the server', () => {
  it('is healthy and ready, whatever name it is asked by', async () => {
    const site = await startSite();
    for (const path of ['/healthz', '/readyz']) {
      const { status, text, headers } = await ask(site.url, { path, headers: { host: '10.0.0.7:3000' } });
      expect([status, text, headers['cache-control']]).toEqual([200, 'ok\n', 'no-store']);
    }
    await site.stop();
  });

  it('lets those inside finish, and takes nobody else', async () => {
    const site = await startSite({ cmsUrl: cms.url });
    const asked = slowFile('/uploads/slow.pdf', 1_500);
    const inside = ask(site.url, { path: '/media/slow.pdf' });
    await asked;
    site.signal('SIGTERM');
    await expect
      .poll(() => ask(site.url, { path: '/healthz' }).catch((error: unknown) => (error as NodeJS.ErrnoException).code))
      .toBe('ECONNREFUSED');
    expect((await inside).status).toBe(200);
    expect(await site.exited).toBe(0);
  });

  it('does not wait for ever', async () => {
    const site = await startSite({ cmsUrl: cms.url });
    const asked = slowFile('/uploads/stuck.pdf', 9_000);
    const inside = ask(site.url, { path: '/media/stuck.pdf' }).catch(() => 'cut off');
    await asked;
    const begun = performance.now();
    site.signal('SIGINT');
    expect(await site.exited).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(await inside).toBe('cut off');
  });

  it('ends at once when it is told twice', async () => {
    const site = await startSite({ cmsUrl: cms.url });
    const asked = slowFile('/uploads/again.pdf', 9_000);
    const inside = ask(site.url, { path: '/media/again.pdf' }).catch(() => 'cut off');
    await asked;
    site.signal('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const begun = performance.now();
    site.signal('SIGTERM');
    expect(await site.exited).toBe(1);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(await inside).toBe('cut off');
  });

  it('does not outlive whoever started it', async () => {
    const site = await startSite();
    site.abandon();
    expect(await site.exited).toBe(0);
  });
});

describe('a start that cannot be', () => {
  const sentence = (env: Record<string, string>, port?: number) =>
    startSite({ env, ...(port !== undefined && { port }) }).then(
      () => 'it started',
      (error: unknown) => (error as Error).message,
    );

  it('says that the port is taken, and what to do', async () => {
    const port = await freePort();
    const site = await startSite({ port });
    expect(await sentence({}, port)).toBe(
      `The site ended before it was ready, with code 1:\nThe site cannot start: port ${port} is taken. Stop the program that uses it, or set PORT to another one.\n`,
    );
    await site.stop();
  });

  it.each([
    [
      { HOST: '203.0.113.7' },
      '"203.0.113.7" is no address of this machine. Set HOST to one that is, such as localhost or 0.0.0.0.',
    ],
    [{ SITE_URL: 'https://www.example.com' }, 'SITE_URL still holds a placeholder (it is "https://www.example.com").'],
    [
      { WEB_DATA_DIR: '/dev/null/data' },
      'the folder /dev/null/data/media cannot be written. Make it writable, or set WEB_DATA_DIR to another folder.',
    ],
  ])('%j', async (env, reason) => {
    expect(await sentence(env)).toBe(`The site ended before it was ready, with code 1:\nThe site cannot start: ${reason}\n`);
  });
});
