import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';

import { desk, phone, visitor } from './visit.ts';

const { siteUrl } = inject('clinic');
const visit = visitor();

const box = (page: Page) => page.getByRole('combobox', { name: 'What are you looking for?' });
const options = (page: Page) => page.getByRole('listbox', { name: 'Articles' }).getByRole('option');

/** Types into the search box and waits for what it offers. */
async function type(page: Page, text: string): Promise<void> {
  await page.getByLabel('What are you looking for?').focus();
  await page.keyboard.type(text, { delay: 20 });
  await options(page).first().waitFor();
}

/** What a screen reader would be told of the box: which option is active. */
const activeOf = (page: Page) =>
  page.evaluate<string | null>(`(() => {
    const id = document.activeElement.getAttribute('aria-activedescendant');
    const option = id && document.getElementById(id);
    return option && option.getAttribute('aria-selected') === 'true' ? option.dataset.href : null;
  })()`);

describe('the search box offers articles', () => {
  it('while one types; arrow keys and Enter choose, and the box keeps the focus', async () => {
    const { page, complaints, close } = await visit('/search', desk);
    await type(page, 'ketam');
    const count = await options(page).count();
    expect(count).toBeGreaterThan(1);
    expect(await box(page).getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('status').innerText()).toBe(`${count} suggestions`);
    expect(await activeOf(page)).toBeNull();

    const addresses = await page.evaluate<string[]>(
      `[...document.querySelectorAll('[role="option"]')].map((option) => option.dataset.href)`,
    );
    await page.keyboard.press('ArrowDown');
    expect(await activeOf(page)).toBe(addresses[0]);
    await page.keyboard.press('ArrowDown');
    expect(await activeOf(page)).toBe(addresses[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await activeOf(page)).toBeNull();
    await page.keyboard.press('ArrowUp');
    expect(await activeOf(page)).toBe(addresses.at(-1));
    expect(await box(page).inputValue()).toBe('ketam');

    await page.keyboard.press('Enter');
    await page.waitForURL(`${siteUrl}${addresses.at(-1) ?? ''}`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('and a press chooses, too', async () => {
    const { page, close } = await visit('/search', { ...phone, hasTouch: true });
    await type(page, 'ketam');
    const href = await options(page).first().getAttribute('data-href');
    await options(page).first().tap();
    await page.waitForURL(`${siteUrl}${href ?? ''}`);
    await close();
  });

  it('until Escape closes them; Enter then searches for what was typed', async () => {
    const { page, close } = await visit('/search', desk);
    await type(page, 'ketam');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await options(page).count()).toBe(0);
    expect(await box(page).getAttribute('aria-expanded')).toBe('false');
    expect(await box(page).getAttribute('aria-activedescendant')).toBeNull();
    expect(await box(page).inputValue()).toBe('ketam');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${siteUrl}/search?q=ketam`);
    await close();
  });

  it('or until one leaves the box', async () => {
    const { page, close } = await visit('/search', desk);
    await type(page, 'ketam');
    await page.keyboard.press('Tab');
    expect(await options(page).count()).toBe(0);
    await close();
  });

  it.each([
    ['light', desk],
    ['dark', desk],
    ['light', phone],
  ] as const)('accessibly (%s, %o)', async (colorScheme, options_) => {
    const { page, close } = await visit('/search', { ...options_, colorScheme });
    await type(page, 'ketam');
    await page.keyboard.press('ArrowDown');
    const { violations } = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await close();
  });
});

describe('the search box works without suggestions', () => {
  it('where scripts are switched off', async () => {
    const { page, requests, close } = await visit('/search', { ...desk, javaScriptEnabled: false });
    await page.getByLabel('What are you looking for?').fill('ketamine');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${siteUrl}/search?q=ketamine`);
    expect(await page.getByRole('link', { name: /ketamine/i }).count()).toBeGreaterThan(1);
    expect(requests.filter((url) => url.includes('suggestions'))).toEqual([]);
    await close();
  });

  it('where they cannot be fetched', async () => {
    const { page, close } = await visit('/search', desk);
    await page.route('**/search/suggestions?**', (route) => route.abort());
    await page.getByLabel('What are you looking for?').focus();
    const failed = page.waitForEvent('requestfailed');
    await page.keyboard.type('ketam', { delay: 20 });
    await failed;
    expect(await options(page).count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${siteUrl}/search?q=ketam`);
    await close();
  });
});

it('what was typed is kept nowhere', async () => {
  const { page, requests, close } = await visit('/search', desk);
  await type(page, 'ketam');
  const kept = await page.evaluate(`(async () => ({
    cookies: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }))()`);
  expect(kept).toEqual({ cookies: '', local: {}, session: {}, databases: 0, caches: 0 });
  const asked = requests.filter((url) => url.includes('/search/suggestions'));
  expect(asked.length).toBeGreaterThan(0);
  expect(requests.filter((url) => !url.startsWith(`${siteUrl}/`))).toEqual([]);
  const answer = await fetch(asked.at(-1) ?? '');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('set-cookie')).toBeNull();
  await close();
});
