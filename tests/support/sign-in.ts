import type { Page } from 'playwright-core';

import type { Administrator } from './strapi.ts';

/** Signs somebody in to the admin in a browser, and waits until its first page stands. */
export async function signIn(page: Page, cmsUrl: string, { email, password }: Administrator): Promise<void> {
  await page.goto(`${cmsUrl}/admin`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('link', { name: 'Content Manager' }).first().waitFor();
}
