import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

import { launchBrowser } from '../support/browser.ts';

/** A page that was opened, and what happened on the way. */
export interface Visit {
  page: Page;
  status: number;
  /** Every address that was asked for. */
  requests: string[];
  /** What the browser complained about. */
  complaints: string[];
  close: () => Promise<void>;
}

export const phone = { viewport: { width: 360, height: 740 } };
export const desk = { viewport: { width: 1440, height: 900 } };

/** One browser for the tests of a file, closed after them. @returns a function that opens a page of the site in a context of its own */
export function visitor(): (path: string, options?: BrowserContextOptions) => Promise<Visit> {
  const { siteUrl } = inject('clinic');
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  return async (path, options = {}) => {
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
  };
}

/** How far the page is wider than the window, in CSS pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
