import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { launchBrowser } from '../support/browser.ts';
import { signIn } from '../support/sign-in.ts';

const { siteUrl, cmsUrl, colleague: administrator } = inject('clinic');
const articles = `${cmsUrl}/admin/content-manager/collection-types/api::article.article`;
// The admin loads megabytes of scripts.
const PATIENCE = 60_000;

let browser: Browser;
let page: Page;
const elsewhere: string[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(`${cmsUrl}/`)) elsewhere.push(request.url());
  });
});
afterAll(() => browser.close());

async function openArticle(title: string): Promise<void> {
  await page.goto(`${articles}?_q=${encodeURIComponent(title)}`);
  await page.getByRole('gridcell', { name: title }).first().click();
  await page.locator('input[name="title"]').waitFor();
}

const onSite = async (slug: string) => (await fetch(`${siteUrl}/articles/${slug}`)).text();

describe('an editor', { timeout: 240_000 }, () => {
  it('signs in', async () => {
    await signIn(page, cmsUrl, administrator);
  });

  it('changes a title, and visitors read it once it is published', async () => {
    const slug = 'introduction-to-act-therapy';
    await page.goto(`${articles}?filters[$and][0][slug][$eq]=${slug}`);
    await page.getByRole('row').nth(1).click();
    const title = page.locator('input[name="title"]');
    await title.waitFor();
    const before = await title.inputValue();
    const after = 'A Title That an Editor Changed';
    await title.fill(after);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: false }).first().waitFor();
    expect(await onSite(slug)).not.toContain(after);

    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page
      .getByText(/published/i)
      .first()
      .waitFor();
    await expect.poll(() => onSite(slug), { timeout: 10_000 }).toContain(after);
    expect(await onSite(slug)).not.toContain(`<h1>${before}`);
  });

  it('is told in plain words that an address is taken, and loses nothing', async () => {
    await openArticle('A Title That an Editor Changed');
    const slug = page.locator('input[name="slug"]');
    await slug.fill('ketamine-dose-ranges-explained');
    await page.locator('input[name="title"]').fill('A Title Not Yet Saved');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Another published article already has this address. Choose a different slug.').first().waitFor();
    expect(await page.locator('input[name="title"]').inputValue()).toBe('A Title Not Yet Saved');
    expect(await onSite('ketamine-dose-ranges-explained')).not.toContain('A Title Not Yet Saved');
  });

  it('was watched by nobody', () => {
    expect(elsewhere).toEqual([]);
  });
});
