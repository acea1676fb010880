import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { launchBrowser } from '../support/browser.ts';

import { pages } from './pages.ts';

const { siteUrl } = inject('clinic');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open(path: string, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${siteUrl}${path}`);
  return page;
}

const phone = { viewport: { width: 360, height: 740 } };
const desk = { viewport: { width: 1280, height: 900 } };

describe('what opens on a reading page, with scripts switched off and by keyboard alone', () => {
  const quiet = { ...desk, javaScriptEnabled: false };

  it('a citation previews its reference, and leads to it', async () => {
    const page = await open(pages.article, quiet);
    await page.locator('.citation__number').first().focus();
    await page.keyboard.press('Enter');
    const preview = page.locator('.popover:popover-open');
    expect(await preview.innerText()).toContain('Go to reference');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#ref\.\d+$/);
    await page.context().close();
  });

  it('a term shows its definition, and Escape puts it away', async () => {
    const page = await open(pages.article, quiet);
    await page.locator('.term').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.popover:popover-open').innerText()).toContain('In the glossary');
    await page.keyboard.press('Escape');
    expect(await page.locator('.popover:popover-open').count()).toBe(0);
    await page.context().close();
  });
});

describe('a line on a phone', () => {
  it('begins neither with the number of a reference nor with a comma', async () => {
    const page = await open(pages.article, phone);
    const torn = await page.evaluate<string[]>(`[...document.querySelectorAll('.citation, .term')].flatMap((button) => {
      const line = (node, from, to) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return range.getBoundingClientRect();
      };
      const box = button.getBoundingClientRect();
      const { previousSibling: before, nextSibling: after } = button;
      const words = button.closest('p, li, td, dd, figcaption')?.innerText.slice(0, 40) ?? '';
      const problems = [];
      if (before?.nodeType === 3 && !/\\s$/.test(before.data) && line(before, before.length - 1, before.length).bottom < box.top)
        problems.push(button.innerText + ' begins a line: ' + words);
      if (after?.nodeType === 3 && !/^\\s/.test(after.data) && line(after, 0, 1).top > box.bottom)
        problems.push(after.data[0] + ' begins a line: ' + words);
      return problems;
    })`);
    expect(torn).toEqual([]);
    expect(await page.locator('.unbroken').count()).toBeGreaterThan(20);
    await page.context().close();
  });
});

describe('a comparison on a phone', () => {
  it('is seen as cards, and is still a table to whoever hears it', async () => {
    const page = await open(pages.article, phone);
    const table = page.getByRole('table').first();
    expect(await page.evaluate<string>("getComputedStyle(document.querySelector('tbody td')).display")).toBe('grid');
    const rows = table.getByRole('row');
    const columns = await table.getByRole('columnheader').count();
    expect(columns).toBeGreaterThan(1);
    expect(await rows.count()).toBeGreaterThan(1);
    expect(await rows.nth(1).getByRole('rowheader').count()).toBe(1);
    expect(await rows.nth(1).getByRole('cell').count()).toBe(columns - 1);
    await page.context().close();
  });
});

describe('references as files', () => {
  it.each([
    ['bib', 'application/x-bibtex', /^@\w+\{\w+,/],
    ['ris', 'application/x-research-info-systems', /^TY {2}- /],
  ])('%s', async (format, type, beginning) => {
    const response = await fetch(`${siteUrl}${pages.article}/references.${format}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    expect(response.headers.get('content-disposition')).toContain(`.${format}"`);
    expect(await response.text()).toMatch(beginning);
  });

  it('have no other format, and none where no article is', async () => {
    const statusOf = async (path: string) => (await fetch(`${siteUrl}${path}`)).status;
    expect(await statusOf(`${pages.article}/references.doc`)).toBe(404);
    expect(await statusOf('/articles/nothing-here/references.bib')).toBe(404);
  });
});

describe('pages fetched ahead', () => {
  it('are named by a header that leads to rules browsers read', async () => {
    const header = (await fetch(`${siteUrl}/`)).headers.get('speculation-rules') ?? '';
    const rules = await fetch(new URL(JSON.parse(header) as string, siteUrl));
    expect(rules.headers.get('content-type')).toBe('application/speculationrules+json');
    expect(await rules.json()).toHaveProperty('prefetch');
  });
});
