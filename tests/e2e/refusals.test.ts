import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';

import { launchBrowser } from '../support/browser.ts';
import { signIn } from '../support/sign-in.ts';
import { adminOf, type Administrator } from '../support/strapi.ts';
import { inviteColleague } from '../support/team.ts';

const { cmsUrl, colleague } = inject('clinic');
const admin = adminOf(cmsUrl, colleague);
const sources = '/content-manager/collection-types/api::source.source';
// The admin loads megabytes of scripts.
const PATIENCE = 60_000;

let browser: Browser;
let page: Page;
let documentId: string;
let editor: Administrator;
beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('dialog', (dialog) => void dialog.accept());
  const { body } = await admin('POST', sources, {
    citationKey: 'REFUSED20',
    doi: '10.1234/refused',
    authors: 'Nobody N',
    title: 'A study that is corrected',
    year: 2020,
    studyDesign: 'book',
    toVerify: false,
  });
  ({ documentId } = (body as { data: { documentId: string } }).data);
  editor = await inviteColleague(cmsUrl, admin, 'interrupted');
  await signIn(page, cmsUrl, editor);
}, PATIENCE * 2);
afterAll(async () => {
  await browser.close();
  await admin('DELETE', `${sources}/${documentId}`);
});

afterEach(() => page.unrouteAll());

const field = (name: string) => page.locator(`[name="${name}"]`);
const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();

async function openSource(): Promise<void> {
  await page.goto(`${cmsUrl}/admin${sources}/${documentId}`);
  await expect.poll(() => field('citationKey').inputValue(), { timeout: PATIENCE }).toBe('REFUSED20');
}

it('a refusal to save stands at its field, and what was typed stays', { timeout: PATIENCE * 2 }, async () => {
  await openSource();
  await field('note').fill('Typed before the refusal.');
  await field('doi').fill('10.1176/APPI.ajp.2013.13030392');
  await save();
  await page.getByText('The library already has a source with the same DOI', { exact: false }).first().waitFor();
  await expect.poll(() => field('doi').inputValue(), { timeout: 20_000 }).toBe('10.1176/APPI.ajp.2013.13030392');
  expect(await field('note').inputValue()).toBe('Typed before the refusal.');
  expect(await field('doi').getAttribute('aria-invalid')).toBe('true');

  await field('doi').fill('10.1234/refused-2');
  await save();
  await expect
    .poll(async () => ((await admin('GET', `${sources}/${documentId}`)).body as { data: object }).data, { timeout: 20_000 })
    .toMatchObject({ doi: '10.1234/refused-2', note: 'Typed before the refusal.' });
});

it('what was typed is offered back after a save that nobody answered', { timeout: PATIENCE * 2 }, async () => {
  await openSource();
  await page.route(`**${sources}/${documentId}*`, (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await field('note').fill('Typed before the connection was lost.');
  await expect
    .poll(() => page.evaluate<string>('JSON.stringify(localStorage)'), { timeout: 10_000 })
    .toContain('Typed before the connection was lost.');
  await page.evaluate(NOTE_AS_PAINTED);
  const unanswered = page.waitForEvent('requestfailed', (request) => request.method() === 'PUT');
  const readAgain = page.waitForResponse((response) => response.url().includes(`${sources}/${documentId}`));
  await save();
  await page.getByRole('alert').first().waitFor();
  await Promise.all([unanswered, readAgain]);
  // Longer than Strapi takes to put what it read into the form.
  await page.waitForTimeout(1_000);
  expect(await page.evaluate('painted')).toEqual(['Typed before the connection was lost.']);
  await page.unrouteAll();
  await openSource();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect.poll(() => field('note').inputValue(), { timeout: 20_000 }).toBe('Typed before the connection was lost.');
});

it('a copy of what was typed is gone as soon as it is saved', { timeout: PATIENCE * 2 }, async () => {
  const copies = () =>
    page.evaluate<string>(`Object.keys(localStorage).filter((key) => key.startsWith('clinic-desk-unsaved')).join()`);
  await openSource();
  await field('note').fill('Typed, and saved.');
  await expect.poll(copies, { timeout: 10_000 }).toContain(documentId);
  await save();
  await expect.poll(copies, { timeout: 20_000 }).toBe('');
  await openSource();
  await expect.poll(() => field('note').inputValue(), { timeout: 20_000 }).toBe('Typed, and saved.');
  expect(await page.getByTestId('unsaved-copy').count()).toBe(0);
});

it('what was typed is offered back to whoever has to sign in again', { timeout: PATIENCE * 3 }, async () => {
  await openSource();
  await field('note').fill('Typed before the session ended.');
  await endSession();
  // Strapi notices at the latest when something is saved; if by something else before that, it says so.
  const email = page.locator('input[name="email"]');
  await expect
    .poll(
      async () => {
        const notice = page.getByText('What you typed is kept in this browser', { exact: false });
        const name = (await notice.isVisible()) ? 'Confirm' : 'Save';
        const button = page.getByRole('button', { name, exact: true });
        if (await button.isVisible()) await button.click({ timeout: 1_000 }).catch(() => undefined);
        return email.isVisible();
      },
      { timeout: PATIENCE },
    )
    .toBe(true);
  await signIn(page, cmsUrl, editor);
  await openSource();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect.poll(() => field('note').inputValue(), { timeout: 20_000 }).toBe('Typed before the session ended.');
  await save();
  await expect
    .poll(async () => ((await admin('GET', `${sources}/${documentId}`)).body as { data: object }).data, { timeout: 20_000 })
    .toMatchObject({ note: 'Typed before the session ended.' });
});

/** Collects every text of the note that is ever painted. */
const NOTE_AS_PAINTED = `
  globalThis.painted = [];
  const look = () => {
    const { value } = document.querySelector('[name="note"]');
    if (painted.at(-1) !== value) painted.push(value);
    requestAnimationFrame(look);
  };
  look();
`;

/** Ends the session on the server, as its age would. */
async function endSession(): Promise<void> {
  const { request } = page.context();
  const { data } = (await (await request.post(`${cmsUrl}/admin/access-token`)).json()) as { data: { token: string } };
  const ended = await request.post(`${cmsUrl}/admin/logout`, { headers: { authorization: `Bearer ${data.token}` }, data: {} });
  expect(ended.status()).toBe(200);
}
