import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { temporaryFolder } from '../support/cms-process.ts';
import { answers, ownPlaces, runCommand } from '../support/command.ts';
import { copyOf } from '../support/ready-cms.ts';

const MINUTES = 240_000;

describe('a first start', { timeout: MINUTES }, () => {
  const folder = temporaryFolder('first-start');
  let env: Record<string, string>;
  beforeAll(async () => {
    env = { ...(await ownPlaces(folder.path)), DEMO_LIBRARY: 'off', FIRST_ADMIN_EMAIL: 'first@clinic.test' };
  });
  afterAll(() => {
    folder.remove();
  });

  it('makes secrets that only their owner can read, and one administrator', async () => {
    const start = runCommand('start', [], env);
    await start.says('Ready in');
    expect(start.output()).toContain('first@clinic.test');
    expect(start.output()).toContain(`http://localhost:${env['CMS_PORT']}/admin`);
    expect(start.output()).toContain(`http://localhost:${env['CMS_PORT']}/graphql`);
    expect(statSync(env['ENV_PATH'] ?? '').mode & 0o777).toBe(0o600);
    expect(await answers(`http://localhost:${env['PORT']}/healthz`)).toBe(true);
    expect(await answers(`http://127.0.0.1:${env['CMS_PORT']}/_health`)).toBe(true);

    const begun = performance.now();
    start.interrupt();
    expect(await start.exited).toBe(0);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(await answers(`http://localhost:${env['PORT']}/healthz`)).toBe(false);
    expect(await answers(`http://127.0.0.1:${env['CMS_PORT']}/_health`)).toBe(false);
  });

  it('is followed by starts that find everything, and leave with whoever started them', async () => {
    const secrets = readFileSync(env['ENV_PATH'] ?? '', 'utf8');
    const start = runCommand('start', [], env);
    await start.says('Ready in');
    expect(start.output()).not.toMatch(/password/i);
    expect(readFileSync(env['ENV_PATH'] ?? '', 'utf8')).toBe(secrets);

    start.kill();
    await start.exited;
    await expect.poll(() => answers(`http://localhost:${env['PORT']}/healthz`), { timeout: 20_000 }).toBe(false);
    await expect.poll(() => answers(`http://127.0.0.1:${env['CMS_PORT']}/_health`), { timeout: 20_000 }).toBe(false);
  });

  it('is refused if the secrets of its database are gone', async () => {
    const start = runCommand('start', [], { ...env, ENV_PATH: `${folder.path}/lost.env` });
    expect(await start.exited).toBe(1);
    expect(start.output()).toContain('There is a database, but its secrets are missing');
  });

  it('is refused with secrets that are placeholders', async () => {
    const file = `${folder.path}/placeholder.env`;
    writeFileSync(
      file,
      readFileSync(env['ENV_PATH'] ?? '', 'utf8').replace(/^API_TOKEN_SALT=.*$/m, 'API_TOKEN_SALT=toBeModified'),
    );
    const start = runCommand('start', [], { ...env, ENV_PATH: file });
    expect(await start.exited).toBe(1);
    expect(start.output()).toContain('API_TOKEN_SALT is a placeholder');
    expect(start.output()).not.toMatch(/\n\s+at /);
  });
});

describe('a start', { timeout: MINUTES }, () => {
  const folder = temporaryFolder('start');
  afterAll(() => {
    folder.remove();
  });

  it.each(['PORT', 'CMS_PORT'])('says what to do if %s is taken', async (name) => {
    const env = await ownPlaces(folder.path);
    const other = createServer().listen(Number(env[name]));
    const start = runCommand('start', [], env);
    expect(await start.exited).toBe(1);
    other.close();
    expect(start.output()).toContain(`Port ${env[name]} is taken`);
    expect(start.output()).toContain(name);
    expect(start.output()).not.toMatch(/\n\s+at /);
  });

  it.each([
    ['PORT', 'eighty'],
    ['CMS_PORT', '99999'],
    ['SITE_URL', 'https://clinic.test/path'],
    ['DATABASE_URL', 'mysql://localhost/cms'],
  ])('refuses %s=%s', async (name, value) => {
    const start = runCommand('start', [], { ...(await ownPlaces(folder.path)), [name]: value });
    expect(await start.exited).toBe(1);
    expect(start.output()).toContain(name);
    expect(start.output()).not.toMatch(/\n\s+at /);
  });

  it('serves a filled library as it finds it', async () => {
    const ready = inject('readyCms');
    const copy = copyOf(ready);
    const env: Record<string, string> = { ...(await ownPlaces(folder.path)), ...ready.secrets, CMS_DATA_DIR: copy.path };
    const start = runCommand('start', [], env);
    await start.says('Ready in');
    const page = await fetch(`http://localhost:${env['PORT']}/articles`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Read Article');
    start.interrupt();
    expect(await start.exited).toBe(0);
    copy.remove();
  });
});
