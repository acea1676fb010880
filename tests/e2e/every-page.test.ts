import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { launchBrowser } from '../support/browser.ts';

import { isMissing, pages } from './pages.ts';

const { siteUrl } = inject('clinic');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Visit {
  page: Page;
  status: number;
  /** Every address that was asked for. */
  requests: string[];
  /** What the browser complained about. */
  complaints: string[];
  close: () => Promise<void>;
}

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  const response = await page.goto(`${siteUrl}${path}`, { waitUntil: 'load' });
  return { page, status: response?.status() ?? 0, requests, complaints, close: () => context.close() };
}

const phone = { viewport: { width: 360, height: 740 } };
const desk = { viewport: { width: 1440, height: 900 } };

describe.each(Object.entries(pages))('%s', (name, path) => {
  it.each<[how: string, options: BrowserContextOptions]>([
    ['on a phone', phone],
    ['on a desk, in the dark', { ...desk, colorScheme: 'dark' }],
    ['with scripts switched off', { ...phone, javaScriptEnabled: false }],
  ])('%s: complete, accessible, private', async (_how, options) => {
    const { page, status, requests, complaints, close } = await visit(path, options);
    expect(status).toBe(isMissing(name) ? 404 : 200);
    expect(await page.locator('h1').count()).toBe(1);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(80);

    // Nobody else learns of the visit, and nothing is missing or refused. A 404 is announced by the browser itself.
    expect(requests.filter((url) => !url.startsWith(`${siteUrl}/`))).toEqual([]);
    expect(complaints.filter((text) => !text.includes('status of 404'))).toEqual([]);

    // Help is on every page, and the way to the clinic too.
    expect(await page.locator('a[href="tel:988"]').count()).toBeGreaterThan(0);
    expect(await page.locator('header a[href="/book-a-consultation"]').count()).toBeGreaterThan(0);

    // Nothing sticks out on the side.
    if (options.javaScriptEnabled !== false) {
      const width = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(width).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    }
    await close();
  });

  it('carries no script', async () => {
    const html = await (await fetch(`${siteUrl}${path}`)).text();
    expect(html).not.toMatch(/<script(?![^>]*application\/ld\+json)/);
    expect(html).not.toMatch(/\son\w+="|\sstyle="/);
  });
});
