import path from 'node:path';

import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';

import { Problem } from '../../scripts/lib/problem.ts';
import { root } from '../support/operations.ts';
import { adminOf, type Administrator, type CallAdmin } from '../support/strapi.ts';
import type { Role } from '../support/team.ts';

export const folder = path.join(root, 'docs/images/editors');

const VIEWPORT = { width: 1280, height: 890 };
const SHARPNESS = 1.5;
const MOST_BYTES = 120_000;
const PATIENCE = 60_000;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where pictures are taken: a running clinic with a team, each of whom has a window of their own. */
export interface Stage {
  cmsUrl: string;
  /** Somebody's window, signed in. */
  as: (role: Role) => Promise<Page>;
  /** Calls the admin's interface as somebody. */
  call: (role: Role) => CallAdmin;
  /** Takes what is seen in a window; or, if parts of it are named, those with a little around them. */
  shoot: (name: string, page: Page, ...parts: Locator[]) => Promise<void>;
}

export function setStage(cmsUrl: string, team: Record<Role, Administrator>, browser: Browser): Stage {
  const windows = new Map<Role, Promise<Page>>();
  // Whoever calls signs in once: the CMS lets nobody try more often than a person would.
  const calls = Object.fromEntries(Object.entries(team).map(([role, account]) => [role, adminOf(cmsUrl, account)])) as Record<
    Role,
    CallAdmin
  >;
  return {
    cmsUrl,
    as: (role) => {
      const known = windows.get(role);
      if (known) return known;
      const opened = signIn(browser, cmsUrl, team[role]);
      windows.set(role, opened);
      return opened;
    },
    call: (role) => calls[role],
    shoot,
  };
}

async function signIn(browser: Browser, cmsUrl: string, { email, password }: Administrator): Promise<Page> {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    deviceScaleFactor: SHARPNESS,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${cmsUrl}/admin`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('link', { name: 'Content Manager' }).first().waitFor();
  return page;
}

async function shoot(name: string, page: Page, ...parts: Locator[]): Promise<void> {
  await parts[0]?.scrollIntoViewIfNeeded();
  const clip = parts.length > 0 ? around(await Promise.all(parts.map(boxOf)), page.viewportSize() ?? VIEWPORT) : undefined;
  const png = await page.screenshot({ animations: 'disabled', ...(clip && { clip }) });
  const { size } = await sharp(png).webp({ quality: 82, effort: 6 }).toFile(path.join(folder, name));
  if (size > MOST_BYTES) throw new Problem(`${name} is ${size} bytes: take a smaller part of the window.`);
}

async function boxOf(part: Locator): Promise<Box> {
  await part.waitFor();
  const box = await part.boundingBox();
  if (!box) throw new Problem(`Nothing is seen of ${String(part)}.`);
  return box;
}

/** Less than the gap between two panels, so that none shows its neighbor. */
const MARGIN = 7;

function around(boxes: Box[], { width, height }: { width: number; height: number }): Box {
  const x = Math.max(0, Math.min(...boxes.map((box) => box.x)) - MARGIN);
  const y = Math.max(0, Math.min(...boxes.map((box) => box.y)) - MARGIN);
  return {
    x,
    y,
    width: Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN) - x,
    height: Math.min(height, Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN) - y,
  };
}
