import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import { launchBrowser } from '../support/browser.ts';

const { cmsUrl, colleague: administrator } = inject('clinic');
const collections = `${cmsUrl}/admin/content-manager/collection-types`;
// The admin loads megabytes of scripts.
const PATIENCE = 60_000;
const WIDTH = 1440;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: WIDTH, height: 1000 } });
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${cmsUrl}/admin`);
  await page.locator('input[name="email"]').fill(administrator.email);
  await page.locator('input[name="password"]').fill(administrator.password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('link', { name: 'Content Manager' }).first().waitFor();
}, PATIENCE * 2);
afterAll(() => browser.close());

const cells = (name: string) => page.getByRole('gridcell', { name, exact: true });
const choose = async (field: string, option: string) => {
  await page.getByLabel(field, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

it('the menu leads to nothing that an editor does not need', { timeout: PATIENCE }, async () => {
  await page.getByRole('link', { name: 'Files in use' }).waitFor();
  expect(await page.locator('nav a[href*="market.strapi.io"], nav a[href*="content-type-builder"]').count()).toBe(0);
});

it('years have no comma, in the list and in the form', { timeout: PATIENCE * 2 }, async () => {
  await page.goto(`${collections}/api::source.source?filters[$and][0][citationKey][$eq]=ABD20`);
  await cells('2020').first().waitFor();
  await cells('Randomized trial').first().waitFor();
  await page.getByRole('link', { name: 'ABD20' }).click();
  const year = page.locator('input[name="year"]');
  await expect.poll(() => year.inputValue(), { timeout: PATIENCE }).toBe('2020');
  await year.fill('about 2,021');
  expect(await year.inputValue()).toBe('2021');
});

it('articles are told and filtered in the words of the panels', { timeout: PATIENCE * 2 }, async () => {
  await page.goto(`${collections}/api::article.article`);
  await cells('Sample, never reviewed').first().waitFor();
  const status = await page.getByRole('grid').getByText('Published', { exact: true }).first().boundingBox();
  expect((status?.x ?? WIDTH) + (status?.width ?? 0)).toBeLessThan(WIDTH);

  await page.getByRole('button', { name: 'Filters' }).click();
  await choose('Select field', 'Category');
  await choose('Category', 'Ketamine care');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByText('Category is Ketamine care').first().waitFor();
  await expect.poll(() => cells('Brain science').count()).toBe(0);
  await expect.poll(() => cells('Ketamine care').count()).toBe(2);

  await page.getByRole('button', { name: 'Filters' }).click();
  await choose('Select field', 'Review');
  await choose('Review', 'Reviewed');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByText('Review is Reviewed').first().waitFor();
  await expect.poll(() => cells('Sample, never reviewed').count()).toBe(0);
});
