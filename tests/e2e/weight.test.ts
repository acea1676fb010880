import { describe, expect, it } from 'vitest';

import { pages } from './pages.ts';
import { phone, visitor } from './visit.ts';

const visit = visitor();

const kB = 1_000;

describe('an article on a phone', () => {
  it('takes no more than 90 kB with its fonts, 150 kB with its cover, and not one script', async () => {
    const { page, close } = await visit('/accessibility', phone);
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    const types = new Map<string, string>();
    const bytes = new Map<string, number>();
    session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
    await page.goto(new URL(pages.article, page.url()).href, { waitUntil: 'networkidle' });
    const sum = (wanted: (type: string) => boolean) =>
      [...bytes].reduce((total, [id, length]) => total + (wanted(types.get(id) ?? '') ? length : 0), 0);
    expect(sum((type) => type === 'Document')).toBeGreaterThan(5 * kB);
    expect(sum((type) => type === 'Font')).toBeGreaterThan(10 * kB);
    expect(sum((type) => type === 'Script')).toBe(0);
    expect(sum((type) => type !== 'Image')).toBeLessThanOrEqual(90 * kB);
    expect(sum(() => true)).toBeLessThanOrEqual(150 * kB);
    await close();
  });

  it('stays where it is while it loads', async () => {
    const { page, close } = await visit('/accessibility', phone);
    await page.addInitScript(`window.shifts = [];
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts.push(entry.value); })
        .observe({ type: 'layout-shift', buffered: true });`);
    await page.goto(new URL(pages.article, page.url()).href, { waitUntil: 'networkidle' });
    for (let i = 0; i < 12; i++) await page.mouse.wheel(0, 700);
    expect(await page.evaluate<number[]>('window.shifts')).toEqual([]);
    await close();
  });
});

describe('a page as it is sent', () => {
  it('is compressed, and says the same as the uncompressed one', async () => {
    const { page, close } = await visit('/accessibility', phone);
    const url = new URL(pages.article, page.url());
    const [plain, packed] = await Promise.all(
      ['identity', 'br'].map((encoding) => page.request.get(url.href, { headers: { 'accept-encoding': encoding } })),
    );
    expect(packed?.headers()['content-encoding']).toBe('br');
    expect(await packed?.text()).toBe(await plain?.text());
    await close();
  });
});
