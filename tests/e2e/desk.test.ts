import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { launchBrowser } from '../support/browser.ts';
import { signIn } from '../support/sign-in.ts';
import { adminOf } from '../support/strapi.ts';

const { cmsUrl, administrator } = inject('clinic');
const admin = adminOf(cmsUrl, administrator);
const ARTICLE = '/content-manager/collection-types/api::article.article';
const CATEGORY = '/content-manager/collection-types/api::category.category';
// The admin loads megabytes of scripts.
const PATIENCE = 60_000;

interface Block {
  __component: string;
  grid: { corner: string; columns: string[]; rows: { header: string; cells: unknown[] }[] };
}

let browser: Browser;
let page: Page;
let documentId: string;
beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('dialog', (dialog) => void dialog.accept());
  const { body } = await admin('GET', `${ARTICLE}?filters[slug][$eq]=ketamine-with-therapy-or-infusions-alone`);
  documentId = (body as { results: { documentId: string }[] }).results[0]?.documentId ?? '';
  await signIn(page, cmsUrl, administrator);
  await openArticle();
}, PATIENCE * 2);
afterAll(() => browser.close());

async function openArticle(): Promise<void> {
  await page.goto(`${cmsUrl}/admin${ARTICLE}/${documentId}`);
  await page.locator('input[name="title"]').waitFor();
}

async function storedGrid(): Promise<Block['grid'] | undefined> {
  const { body } = await admin('GET', `${ARTICLE}/${documentId}`);
  const blocks = (body as { data: { body: Block[] } }).data.body;
  return blocks.find(({ __component }) => __component === 'body.comparison-table')?.grid;
}

const cell = (row: number, column: number) => page.locator(`[data-place="${row},${column}"]`);
const status = (words: string) => page.getByRole('status').filter({ hasText: words }).first().waitFor();

/** Selects what was typed last. */
async function selectBack(words: string): Promise<void> {
  for (const key of Array<string>(words.length).fill('Shift+ArrowLeft')) await page.keyboard.press(key);
}

async function pasteInto(place: Locator, text: string): Promise<void> {
  await place.evaluate((element: { dispatchEvent: (event: unknown) => void }, words) => {
    const { DataTransfer, ClipboardEvent } = globalThis as never as {
      DataTransfer: new () => { setData: (type: string, data: string) => void };
      ClipboardEvent: new (type: string, init: object) => unknown;
    };
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function save(): Promise<void> {
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().includes(documentId),
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  expect((await answered).status()).toBe(200);
}

describe('beside an article', { timeout: PATIENCE * 2 }, () => {
  it('stands that nothing is in the way of publishing it, and soon what is', async () => {
    await page.getByText('Nothing stands in the way.').waitFor();
    const answer = page.locator('textarea[name="shortAnswer"]');
    const words = await answer.inputValue();
    await answer.fill('');
    await page.getByRole('button', { name: 'Write the short answer.' }).click();
    await expect.poll(() => page.evaluate<string>('document.activeElement.name')).toBe('shortAnswer');
    await answer.fill(words);
    await page.getByText('Nothing stands in the way.').waitFor();
  });

  it('text that was not saved is offered back', async () => {
    const summary = page.locator('textarea[name="summary"]');
    const before = await summary.inputValue();
    await summary.fill('A summary that was lost with the window.');
    // It is put aside when nothing was typed for a moment.
    await expect
      .poll(() => page.evaluate<string>('JSON.stringify(localStorage)'), { timeout: 10_000 })
      .toContain('A summary that was lost with the window.');
    await openArticle();
    expect(await summary.inputValue()).toBe(before);
    await page.getByRole('button', { name: 'Put it back' }).click();
    await expect.poll(() => summary.inputValue()).toBe('A summary that was lost with the window.');
    await summary.fill(before);
    await page.locator('button[type="submit"]:disabled', { hasText: 'Save' }).waitFor();
  });
});

describe('a comparison table', { timeout: PATIENCE * 2 }, () => {
  it('is written in as in a table: words, bold, links, rows and columns', async () => {
    const before = await storedGrid();
    await page.getByRole('button', { name: 'Comparison table' }).first().click();
    await cell(0, 0).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Plain and strong');
    await selectBack('strong');
    await page.getByRole('button', { name: 'Bold' }).click();

    await cell(0, 1).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('See about us');
    await selectBack('about us');
    await page.keyboard.press('Control+K');
    await page.getByLabel('Address of the link').fill('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await status('A link begins with https://');
    // Whoever changes their mind is back where they were, with the same words selected.
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate<string>('document.activeElement.dataset.place')).toBe('0,1');
    expect(await page.evaluate<string>('getSelection().toString()')).toBe('about us');
    await page.keyboard.press('Control+K');
    await page.getByLabel('Address of the link').fill('/about');
    await page.keyboard.press('Enter');
    await status('The link is set.');

    await page.getByRole('button', { name: 'Add row' }).click();
    await status('A row was added below.');
    await expect.poll(() => page.evaluate<string>('document.activeElement.dataset.place')).toBe('1,-1');
    await page.keyboard.type('A new row');
    await page.getByRole('button', { name: 'Move row down' }).click();
    await save();

    const grid = await storedGrid();
    expect(grid?.rows.map(({ header }) => header)).toEqual(before?.rows.map(({ header }) => header).toSpliced(2, 0, 'A new row'));
    expect(grid?.rows[0]?.cells.slice(0, 2)).toMatchObject([
      [{ type: 'paragraph', children: [{ text: 'Plain and ' }, { text: 'strong', bold: true }] }],
      [{ type: 'paragraph', children: [{ text: 'See ' }, { type: 'link', url: '/about', children: [{ text: 'about us' }] }] }],
    ]);
  });

  it('takes a table from a spreadsheet, and is moved about in by keyboard', async () => {
    await cell(0, 0).focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => page.evaluate<string>('document.activeElement.dataset.place')).toBe('0,1');
    await pasteInto(cell(0, 0), 'one\ttwo\nthree\tfour');
    await status('A table of 2 rows was pasted.');
    await save();
    const cells = (await storedGrid())?.rows.slice(0, 2).map((row) => row.cells.slice(0, 2));
    expect(JSON.stringify(cells)).toMatch(/one.*two.*three.*four/);

    await pasteInto(cell(0, 0), Array<string>(9).fill('wide').join('\t'));
    await status('Only a part was pasted: a table here has at most 6 columns and 40 rows.');
    await openArticle();
    await page.getByRole('button', { name: 'Comparison table' }).first().click();
  });

  it('and the panels beside it keep to the rules of accessibility', async () => {
    for (const part of [
      '[role="toolbar"][aria-label="Table tools"]',
      'table:has([data-place])',
      '[data-testid="preview-links"]',
    ]) {
      await expectAccessible(part);
    }
  });
});

describe('what pages share', { timeout: PATIENCE * 2 }, () => {
  it('says beside it which pages depend on it, and leads to them', async () => {
    const { body } = await admin('GET', `${ARTICLE}/${documentId}`);
    const { title } = (body as { data: { title: string } }).data;
    const { body: found } = await admin('GET', `${CATEGORY}?filters[slug][$eq]=ketamine-care`);
    const [category] = (found as { results: { documentId: string }[] }).results;
    await page.goto(`${cmsUrl}/admin${CATEGORY}/${category?.documentId ?? ''}`);
    const panel = page.locator('[data-testid="where-used"]');
    await panel.getByText(/depends? on it\./).waitFor();
    await expectAccessible('[data-testid="where-used"]');
    await panel.getByRole('link', { name: title }).click();
    await expect.poll(() => page.locator('input[name="title"]').inputValue()).toBe(title);
  });

  it('is listed for files on a page of its own', async () => {
    await page.goto(`${cmsUrl}/admin/files-in-use`);
    await page.locator('[data-testid="files-in-use"]').getByText('Cover picture').first().waitFor();
    await expectAccessible('[data-testid="files-in-use"]');
  });
});

describe('several articles', { timeout: PATIENCE * 2 }, () => {
  it('are published after a dialog has said what stands against each', async () => {
    const of = async (slug: string) => {
      const { body } = await admin('GET', `${ARTICLE}?filters[slug][$eq]=${slug}`);
      return (body as { results: { documentId: string; title: string }[] }).results[0] ?? { documentId: '', title: '' };
    };
    // Articles that no other file of this suite touches: the files share one running clinic.
    const sound = await of('soul-loss-parts-work-integration');
    const lacking = await of('fresh-starts-emdr-and-growth');
    await admin('PUT', `${ARTICLE}/${sound.documentId}`, { contentNote: 'This article speaks of anesthesia.' });
    await admin('PUT', `${ARTICLE}/${lacking.documentId}`, { shortAnswer: '' });
    const publish = page.getByRole('button', { name: 'Publish', exact: true }).first();
    const choose = async () => {
      await page.goto(`${cmsUrl}/admin${ARTICLE}?page=1&pageSize=50`);
      for (const { title } of [sound, lacking])
        await page.getByRole('row').filter({ hasText: title }).getByRole('checkbox').check({ timeout: 15_000 });
      await publish.waitFor({ timeout: 3_000 });
    };
    // Strapi forgets what was chosen while its list was still loading, and a row that moves meanwhile is opened instead.
    await expect.poll(() => choose().then(() => 'chosen', String), { timeout: PATIENCE, interval: 500 }).toBe('chosen');
    await publish.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 article can be published. 1 article will stay as it is.').waitFor();
    expect(await dialog.getByRole('listitem').filter({ hasText: lacking.title }).first().innerText()).toContain(
      'Write the short answer.',
    );
    await expectAccessible('[role="dialog"]');
    await dialog.getByRole('button', { name: 'Publish 1 article' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { body } = await admin('GET', `${ARTICLE}/${sound.documentId}?status=published`);
    expect((body as { data: { contentNote: string } }).data.contentNote).toBe('This article speaks of anesthesia.');
  });
});

describe('a pasted reference', { timeout: PATIENCE * 2 }, () => {
  const panel = () => page.locator('[data-testid="paste-reference"]');
  const paste = async (text: string) => {
    await page.getByLabel('BibTeX, RIS or a DOI').fill(text);
    await page.getByRole('button', { name: 'Fill in the form' }).click();
  };

  it('fills the form of a source', async () => {
    await page.goto(`${cmsUrl}/admin/content-manager/collection-types/api::source.source/create`);
    await paste(
      '@article{x, author={Doe, Jane}, title={A small trial}, journal={Journal of Trials}, year={2021}, doi={10.1234/abc.5}}',
    );
    await panel().getByText('Filled in: Title', { exact: false }).waitFor();
    expect(await page.locator('textarea[name="title"]').inputValue()).toBe('A small trial');
    expect(await page.locator('input[name="doi"]').inputValue()).toBe('10.1234/abc.5');
    await expectAccessible('[data-testid="paste-reference"]');
  });

  it('is refused in plain words if the library has it, or if it is none', async () => {
    await paste('10.1176/appi.ajp.2013.13030392');
    await panel().getByText('The library already has a source with the same DOI', { exact: false }).waitFor();
    await panel().getByRole('link', { name: 'Open it' }).waitFor();
    await expectAccessible('[data-testid="paste-reference"]');
    await paste('no reference');
    await panel().getByText('This is no reference that can be read.', { exact: false }).waitFor();
  });
});

async function expectAccessible(part: string): Promise<void> {
  expect(await page.locator(part).count(), part).toBeGreaterThan(0);
  // Colors that are still on their way are nobody's; what turns for ever is not waited for.
  await page.evaluate(async () => {
    const { document, setTimeout: later } = globalThis as never as {
      document: { getAnimations: () => { finished: Promise<unknown> }[] };
      setTimeout: (then: () => void, ms: number) => void;
    };
    const settled = Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    await Promise.race([
      settled,
      new Promise<void>((resolve) => {
        later(resolve, 1_000);
      }),
    ]);
  });
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
