import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { previewKey, signGrant } from '../../apps/cms/src/preview/grant.ts';
import { launchBrowser } from '../support/browser.ts';
import { prepareCms } from '../support/ready-cms.ts';
import { adminOf } from '../support/strapi.ts';

const { siteUrl, cmsUrl, administrator } = inject('clinic');
const admin = adminOf(cmsUrl, administrator);
const ARTICLE = 'api::article.article';
const CLINIC = 'api::clinic.clinic';
const TITLE = 'A Draft Title That Visitors Do Not See';

let browser: Browser;
let documentId: string;
let slug: string;
beforeAll(async () => {
  browser = await launchBrowser();
  const { body } = await admin('GET', `/content-manager/collection-types/${ARTICLE}?pageSize=1&sort=slug:asc`);
  const [first] = (body as { results: { documentId: string; slug: string }[] }).results;
  ({ documentId, slug } = first ?? { documentId: '', slug: '' });
});
afterAll(() => browser.close());

const save = (title: string) => admin('PUT', `/content-manager/collection-types/${ARTICLE}/${documentId}`, { title });

async function addressOf(model: string, query: string): Promise<string> {
  const { body } = await admin('GET', `/content-manager/preview/url/${model}?${query}`);
  return (body as { data: { url: string } }).data.url;
}

const articleDraft = () => addressOf(ARTICLE, `documentId=${documentId}&status=draft`);

describe('the preview of a draft', { timeout: 60_000 }, () => {
  it('is a page of the site that only the CMS may frame, and that nobody keeps or finds', async () => {
    const { status, headers } = await fetch(await articleDraft());
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors ${cmsUrl}`);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-framed-by')).toBeNull();
  });

  it('leaves every other page where nobody may frame it', async () => {
    for (const path of ['/', `/articles/${slug}`, '/preview/forged', '/nowhere']) {
      const { headers } = await fetch(siteUrl + path);
      expect(headers.get('x-frame-options'), path).toBe('DENY');
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
    }
  });

  it('follows a save, keeps the place where one reads, and is no secret that gets out', async () => {
    const page: Page = await browser.newPage();
    await page.goto(await articleDraft());
    const before = await page.locator('h1').innerText();
    // A shorter title moves everything below it; what is read stays where it is on the screen.
    const read = page.locator('main h2').nth(3);
    await read.evaluate((heading: { scrollIntoView: (how: object) => void }) => {
      heading.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    const place = async () => Math.round((await read.boundingBox())?.y ?? 0);
    const placeBefore = await place();
    await save(TITLE);
    await page.getByText(TITLE).first().waitFor({ state: 'attached' });
    expect(await place()).toBe(placeBefore);
    expect(await (await fetch(`${siteUrl}/articles/${slug}`)).text()).not.toContain(TITLE);
    await save(before);
    await page.close();
  });

  it('goes on under a new token while it is open, and says so when it is over', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const address = await articleDraft();
    const other = await articleDraft();
    const token = (from: string) => new URL(from).pathname.split('/')[2] ?? '';
    // The CMS gives a new token when half of the quarter of an hour has gone by; here at once.
    await page.route(`**/preview/${token(address)}/state`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), renewed: token(other) } });
    });
    await page.goto(address);
    await page.waitForURL(other);
    await page.locator(`.preview-banner[data-token="${token(other)}"]`).waitFor();
    await page.route('**/state', (route) => route.fulfill({ status: 404 }));
    await page.getByRole('status').filter({ hasText: 'This preview is over.' }).waitFor();
    await context.close();
  });

  it('carries one script of a few kilobytes', async () => {
    const html = await (await fetch(await articleDraft())).text();
    const scripts = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, src]) => src ?? '');
    expect(scripts).toHaveLength(1);
    const { headers } = await fetch(siteUrl + (scripts[0] ?? ''), { headers: { 'accept-encoding': 'br' } });
    expect(Number(headers.get('content-length'))).toBeLessThan(20_000);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
  });

  it('is read with scripts switched off, too', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(await articleDraft());
    expect(await page.locator('.preview-banner').innerText()).toContain('Visitors do not see this.');
    expect(await page.locator('h1').innerText()).not.toBe('');
    await page.close();
  });

  it('opens nothing by an address that was changed', async () => {
    const address = await articleDraft();
    for (const wrong of [`${address}x`, address.slice(0, -4), `${siteUrl}/preview/x.y`]) {
      const response = await fetch(wrong);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('class="preview-banner"');
    }
  });

  it('that is over shows nothing of the draft', async () => {
    const { secrets } = await prepareCms();
    const key = previewKey(secrets['ENCRYPTION_KEY'] ?? '');
    const now = Math.floor(Date.now() / 1_000);
    const pageUntil = (expires: number) => {
      const holder = { kind: 'editor', user: 1, since: now - 900 } as const;
      return fetch(`${siteUrl}/preview/${signGrant(key, { type: 'article', documentId, version: 'draft', holder, expires })}`);
    };
    const good = await pageUntil(now + 60);
    expect([good.status, (await good.text()).includes('class="preview-banner"')]).toEqual([200, true]);
    const over = await pageUntil(now - 1);
    const text = await over.text();
    expect([over.status, over.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(text).toContain('This preview is over');
    expect(text).not.toContain('class="preview-banner"');
  });

  it('shows the clinic on each of its pages', async () => {
    const address = await addressOf(CLINIC, 'status=draft');
    for (const page of ['home', 'about', 'booking', 'policy', 'privacy']) {
      const response = await fetch(`${address}?page=${page}`);
      expect(response.status, page).toBe(200);
      expect(await response.text(), page).toContain('Draft of the clinic’s pages');
    }
  });
});
