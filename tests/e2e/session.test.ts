import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { launchBrowser } from '../support/browser.ts';
import { signIn } from '../support/sign-in.ts';
import { adminOf } from '../support/strapi.ts';

const { cmsUrl, administrator } = inject('clinic');
const admin = adminOf(cmsUrl, administrator);
const ARTICLE = '/content-manager/collection-types/api::article.article';
// An article that no other file of this suite touches: the files share one running clinic.
const SLUG = 'lab-made-medicine-whole-person-care';
const PATIENCE = 60_000;
const TYPED = 'A summary typed while the session was running out.';

let browser: Browser;
let page: Page;
let entry: string;
beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('dialog', (dialog) => void dialog.accept());
  const { body } = await admin('GET', `${ARTICLE}?filters[slug][$eq]=${SLUG}`);
  entry = `${ARTICLE}/${(body as { results: [{ documentId: string }] }).results[0].documentId}`;
  await signIn(page, cmsUrl, administrator);
}, PATIENCE * 2);
afterAll(() => browser.close());

const summary = () => page.locator('textarea[name="summary"]');

/** Lets the session be over, as after a long lunch: the server knows it no more, and gives no other. */
async function endSession(): Promise<void> {
  const over = { status: 401, contentType: 'application/json', body: '{"error":{"status":401,"message":"Unauthorized"}}' };
  await page.route(/\/(?:content-manager|admin\/access-token)/, (route) =>
    ['xhr', 'fetch'].includes(route.request().resourceType()) ? route.fulfill(over) : route.fallback(),
  );
}

describe('a session that is over', { timeout: PATIENCE * 3 }, () => {
  it('takes nothing that was typed: it is offered back after signing in', async () => {
    await page.goto(`${cmsUrl}/admin${entry}`);
    await summary().waitFor();
    const before = await summary().inputValue();
    await summary().fill(TYPED);
    await endSession();
    const refused = page.waitForResponse((response) => response.request().method() === 'PUT' && response.status() === 401);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await refused;
    await page.locator('input[name="email"]').waitFor();
    await page.unrouteAll();

    await signIn(page, cmsUrl, administrator);
    await page.goto(`${cmsUrl}/admin${entry}`);
    await page.locator('[data-testid="unsaved-copy"]').waitFor();
    expect(await summary().inputValue()).toBe(before);
    await page.getByRole('button', { name: 'Put it back' }).click();
    expect(await summary().inputValue()).toBe(TYPED);
  });

  it('is forgotten once the text is saved', async () => {
    const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    expect((await saved).status()).toBe(200);
    const copies = () =>
      page.evaluate(() => {
        const { localStorage } = globalThis as never as { localStorage: object };
        return Object.keys(localStorage).filter((key) => key.startsWith('clinic-desk-unsaved')).length;
      });
    await expect.poll(copies, { timeout: 20_000 }).toBe(0);
    await page.goto(`${cmsUrl}/admin${entry}`);
    await summary().waitFor();
    await expect.poll(() => summary().inputValue()).toBe(TYPED);
    expect(await page.locator('[data-testid="unsaved-copy"]').count()).toBe(0);
  });
});
