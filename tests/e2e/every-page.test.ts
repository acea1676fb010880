import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, inject, it } from 'vitest';

import { isMissing, pages } from './pages.ts';
import { desk, overflowOf, phone, visitor } from './visit.ts';

const { siteUrl } = inject('clinic');
const visit = visitor();

describe.each(Object.entries(pages))('%s', (name, path) => {
  it('is complete, private and reads well with scripts switched off', async () => {
    const { page, status, requests, complaints, close } = await visit(path, { ...phone, javaScriptEnabled: false });
    expect(status).toBe(isMissing(name) ? 404 : 200);
    expect(await page.locator('h1').count()).toBe(1);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(80);

    // Help is on every page, and the way to the clinic too.
    expect(await page.locator('a[href="tel:988"]').count()).toBeGreaterThan(0);
    expect(await page.locator('header a[href="/book-a-consultation"]').count()).toBeGreaterThan(0);
    expectPrivate(requests, complaints);
    await close();
  });

  it.each([
    ['a phone', phone],
    ['a desk', desk],
  ])('is accessible on %s, in the light and in the dark', { timeout: 90_000 }, async (_where, options) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, requests, complaints, close } = await visit(path, { ...options, colorScheme });
      const { violations } = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}, ${colorScheme}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expectPrivate(requests, complaints);
      await close();
    }
  });

  it(path.startsWith('/search') ? 'carries one script, a file' : 'carries no script', async () => {
    const html = await (await fetch(`${siteUrl}${path}`)).text();
    const scripts = [...html.matchAll(/<script[^>]*>[^<]*/g)]
      .map(([script]) => script)
      .filter((script) => !script.includes('ld+json'));
    expect(scripts).toEqual(
      path.startsWith('/search')
        ? [expect.stringMatching(/^<script type="module" src="\/assets\/search-suggestions-[\w-]+\.js">$/)]
        : [],
    );
    expect(html).not.toMatch(/\son\w+="|\sstyle="/);
  });
});

/** Nobody else learns of the visit, and nothing is missing or refused. A 404 is announced by the browser itself. */
function expectPrivate(requests: string[], complaints: string[]): void {
  expect(requests.filter((url) => !url.startsWith(`${siteUrl}/`))).toEqual([]);
  expect(complaints.filter((text) => !text.includes('status of 404'))).toEqual([]);
}
