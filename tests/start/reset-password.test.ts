import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { startCms, temporaryFolder, type CmsProcess } from '../support/cms-process.ts';
import { ownPlaces, runCommand } from '../support/command.ts';
import { copyOf } from '../support/ready-cms.ts';

const ready = inject('readyCms');
const copy = copyOf(ready);
const folder = temporaryFolder('reset-password');
let cms: CmsProcess;
beforeAll(async () => {
  cms = await startCms(copy.path, ready.secrets);
});
afterAll(async () => {
  await cms.stop();
  copy.remove();
  folder.remove();
});

async function reset(email: string): Promise<{ code: number | undefined; output: string }> {
  const env = { ...(await ownPlaces(folder.path)), ...ready.secrets, CMS_DATA_DIR: copy.path };
  const command = runCommand('reset-password', [email], env);
  return { code: await command.exited, output: command.output() };
}

async function signInStatus(password: string): Promise<number> {
  const { status } = await fetch(`${cms.url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: ready.administrator.email, password }),
  });
  return status;
}

describe('reset-password', { timeout: 120_000 }, () => {
  it('makes a new password while the CMS runs, and the old one worthless', async () => {
    const { code, output } = await reset(ready.administrator.email);
    expect(code, output).toBe(0);
    const password = /Password +(\S{20})\n/.exec(output)?.[1] ?? '';
    expect(await signInStatus(password)).toBe(200);
    expect(await signInStatus(ready.administrator.password)).toBe(400);
  });

  it('knows only administrators', async () => {
    const { code, output } = await reset('nobody@example.org');
    expect(code).toBe(1);
    expect(output).toContain('There is no administrator with the e-mail address nobody@example.org.');
  });
});
