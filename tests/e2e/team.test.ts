import { AxeBuilder } from '@axe-core/playwright';
import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launchBrowser } from '../support/browser.ts';
import { startCms, type CmsProcess } from '../support/cms-process.ts';
import { ARTICLE } from '../support/content.ts';
import { freePort } from '../support/ports.ts';
import { copyOf, prepareCms } from '../support/ready-cms.ts';
import { signIn } from '../support/sign-in.ts';
import { startSite, type SiteProcess } from '../support/site.ts';
import { adminOf, type CallAdmin } from '../support/strapi.ts';
import { inviteTeam, type Role } from '../support/team.ts';

const articles = `/content-manager/collection-types/${ARTICLE}`;
const PATIENCE = 60_000;

let cms: CmsProcess;
let site: SiteProcess;
let browser: Browser;
let removeData: () => void;
let documentId: string;
const calls = {} as Record<Role, CallAdmin>;
const pages = {} as Record<Role, Page>;

beforeAll(async () => {
  const ready = await prepareCms();
  const copy = copyOf(ready);
  removeData = copy.remove;
  const port = await freePort();
  const siteUrl = `http://127.0.0.1:${port}`;
  cms = await startCms(copy.path, { ...ready.secrets, SITE_URL: siteUrl, REVIEW_REQUIRED: 'on' });
  site = await startSite({ cmsUrl: cms.url, port, env: { SITE_URL: siteUrl } });
  browser = await launchBrowser();
  for (const [role, account] of Object.entries(await inviteTeam(cms.url, adminOf(cms.url, ready.administrator)))) {
    calls[role as Role] = adminOf(cms.url, account);
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on('dialog', (dialog) => void dialog.accept());
    await signIn(page, cms.url, account);
    pages[role as Role] = page;
  }
}, PATIENCE * 4);
afterAll(async () => {
  await browser.close();
  await site.stop();
  await cms.stop();
  removeData();
});

async function openArticle(page: Page): Promise<void> {
  await page.goto(`${cms.url}/admin${articles}/${documentId}`);
  await page.getByTestId('article-review').waitFor();
}

async function save(page: Page): Promise<void> {
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().includes(documentId),
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  expect((await answered).status()).toBe(200);
}

async function review(page: Page): Promise<void> {
  await openArticle(page);
  await page.getByRole('button', { name: 'Review this article' }).click();
  for (const line of await page.getByTestId('article-review').getByRole('checkbox').all()) await line.click();
  await page.getByRole('button', { name: 'Mark as reviewed' }).click();
  await page.getByText(/^Reviewed on /).waitFor();
}

const onSite = (slug: string) => fetch(`${site.url}/articles/${slug}`, { redirect: 'manual' });

async function violations(page: Page, parts: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const part of parts) {
    await page.getByTestId(part).waitFor();
    const { violations: all } = await new AxeBuilder({ page }).include(`[data-testid="${part}"]`).analyze();
    found.push(...all.map(({ id, nodes }) => `${part} ${id}: ${nodes.map(({ html }) => html).join(' ')}`));
  }
  return found;
}

describe('an article on its way', { timeout: PATIENCE * 4 }, () => {
  it('is written by a writer, who sees it as a page, is told what is missing, and cannot publish', async () => {
    const page = pages.writer;
    const { body } = await calls.writer('GET', `${articles}?filters[slug][$eq]=introduction-to-act-therapy`);
    const [original] = (body as { results: { documentId: string }[] }).results;
    const clone = await calls.writer('POST', `${articles}/clone/${original?.documentId ?? ''}`, {
      title: 'A page that the team writes',
      slug: 'written-by-the-team',
      shortAnswer: '',
    });
    ({ documentId } = (clone.body as { data: { documentId: string } }).data);

    await openArticle(page);
    await page.getByRole('button', { name: 'Write the short answer.' }).waitFor();
    const [preview] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Open beside' }).click()]);
    await preview.getByRole('heading', { level: 1, name: 'A page that the team writes' }).waitFor();
    await page
      .locator('textarea[name="shortAnswer"]')
      .fill('It is written by several people, and nobody checks their own words.');
    await page.getByText('Nothing stands in the way.').waitFor();
    await save(page);
    await preview.getByText('nobody checks their own words').first().waitFor();

    expect(await page.getByRole('button', { name: 'Publish', exact: true }).and(page.locator(':enabled')).count()).toBe(0);
    expect((await calls.writer('POST', `${articles}/${documentId}/actions/publish`, {})).status).toBe(403);
    await page.getByRole('button', { name: 'Ask for a review' }).click();
    await page.getByText('Demo Writer asks for a review').waitFor();
  });

  it('is not published before somebody else has reviewed it', async () => {
    const page = pages.publisher;
    await openArticle(page);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Nobody has reviewed this yet.', { exact: false }).first().waitFor();
    expect((await onSite('written-by-the-team')).status).toBe(404);
  });

  it('waits on the reviewer’s home page, and is marked as reviewed', async () => {
    const page = pages['clinical-reviewer'];
    await page.goto(`${cms.url}/admin`);
    await page.getByTestId('widget-waiting-reviews').getByRole('link', { name: 'A page that the team writes' }).click();
    await review(page);
  });

  it('goes live when its time has come', async () => {
    const page = pages.publisher;
    await openArticle(page);
    await page.getByLabel('When', { exact: true }).fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16));
    await page.getByTestId('schedules').getByRole('button', { name: 'Set' }).click();
    await page
      .getByTestId('schedules')
      .getByText(/^Goes live on /)
      .waitFor();
    const database = new Database(`${cms.dataDir}/content.db`);
    database.prepare('UPDATE article_schedules SET at = ?').run(Date.now() - 1_000);
    database.close();
    await expect.poll(async () => (await onSite('written-by-the-team')).status, { timeout: 40_000 }).toBe(200);
  });

  it('moves with its readers, and is corrected only with another look', async () => {
    const page = pages.publisher;
    await openArticle(page);
    await page.locator('input[name="slug"]').fill('moved-by-the-team');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect.poll(async () => (await onSite('moved-by-the-team')).status, { timeout: 20_000 }).toBe(200);
    await expect
      .poll(async () => (await onSite('written-by-the-team')).headers.get('location'), { timeout: 20_000 })
      .toContain('/articles/moved-by-the-team');

    await openArticle(pages.writer);
    await pages.writer.locator('textarea[name="summary"]').fill('Corrected by the team.');
    await save(pages.writer);
    await pages.writer.getByText('Changed since then: Summary.').waitFor();
    expect((await calls.publisher('POST', `${articles}/${documentId}/actions/publish`, {})).status).toBe(400);
    await review(pages['clinical-reviewer']);
    expect((await calls.publisher('POST', `${articles}/${documentId}/actions/publish`, {})).status).toBe(200);
    await expect
      .poll(async () => (await fetch(`${site.url}/articles`)).text(), { timeout: 20_000 })
      .toContain('Corrected by the team.');
  });

  it('is not approved by a reviewer who edited it', async () => {
    const page = pages['clinical-reviewer'];
    await openArticle(page);
    await page.locator('textarea[name="summary"]').fill('Corrected by the reviewer.');
    await save(page);
    await page.getByText('You edited this since its last review.', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Review this article' }).count()).toBe(0);
  });
});

it('the front desk finds no drafts and no link to one', { timeout: PATIENCE * 2 }, async () => {
  const page = pages['front-desk'];
  await page.goto(`${cms.url}/admin/content-manager`);
  await page.getByRole('link', { name: 'Contributor' }).first().waitFor();
  expect(await page.getByRole('link', { name: 'Article', exact: true }).count()).toBe(0);
  await page.goto(`${cms.url}/admin${articles}/${documentId}`);
  await page.waitForLoadState('networkidle');
  expect(await page.getByText('A page that the team writes').count()).toBe(0);
  expect((await calls['front-desk']('POST', '/preview-links', { model: ARTICLE, documentId })).status).toBe(403);
});

it.each(['light', 'dark'])(
  'panels and widgets keep to the rules of accessibility (%s)',
  { timeout: PATIENCE * 2 },
  async (theme) => {
    const page = pages.publisher;
    await page.evaluate(`localStorage.setItem('STRAPI_THEME', '${theme}')`);
    await page.goto(`${cms.url}/admin`);
    expect(await violations(page, ['widget-waiting-reviews', 'widget-due-reviews', 'widget-schedules'])).toEqual([]);
    await openArticle(page);
    expect(await violations(page, ['article-review', 'schedules'])).toEqual([]);
  },
);
