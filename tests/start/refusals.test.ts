import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { freshSecrets, temporaryFolder } from '../support/cms-process.ts';
import { ownPlaces, runCommand } from '../support/command.ts';

interface Places {
  ENV_PATH: string;
  CMS_DATA_DIR: string;
  [name: string]: string;
}

let folder: ReturnType<typeof temporaryFolder>;
let env: Places;
beforeEach(async () => {
  folder = temporaryFolder('refusals');
  env = (await ownPlaces(folder.path)) as Places;
});
afterEach(() => {
  folder.remove();
});

/** Runs a script that is to fail, in words for people. @returns what it said */
async function refusal(name: string, args: string[] = [], more: Record<string, string> = {}): Promise<string> {
  const command = runCommand(name, args, { ...env, ...more });
  expect(await command.exited, command.output()).toBe(1);
  expect(command.output()).not.toMatch(/^\s+at /m);
  return command.output();
}

describe('start refuses', { timeout: 60_000 }, () => {
  it('all that is wrong with the settings of both apps at once, and stores nothing', async () => {
    const said = await refusal('start', [], { DEMO_LIBRARY: 'maybe', LOG_LEVEL: 'loud', HOST: 'not a host' });
    expect(said).toMatch(
      /- LOG_LEVEL must be error, .*\n {2}- DEMO_LIBRARY must be on or off\nHOST must be a host name or address/,
    );
    expect(existsSync(env.ENV_PATH)).toBe(false);
    expect(existsSync(env.CMS_DATA_DIR)).toBe(false);
  });

  it('a wrong setting in the env file, which stays as it is', async () => {
    writeFileSync(env.ENV_PATH, 'LOG_LEVEL=loud\n');
    expect(await refusal('start')).toContain('- LOG_LEVEL must be error, warn, info, http or debug');
    expect(readFileSync(env.ENV_PATH, 'utf8')).toBe('LOG_LEVEL=loud\n');
  });

  it('without showing a secret', async () => {
    const secrets = freshSecrets();
    const said = await refusal('start', [], { ...secrets, CMS_PORT: 'high' });
    for (const value of Object.values(secrets)) expect(said).not.toContain(value);
  });

  it('a data folder that cannot be written', async () => {
    writeFileSync(env.CMS_DATA_DIR, 'a file is in the way');
    expect(await refusal('start')).toMatch(
      /The folder \S+ cannot be written \(EEXIST\): make it writable, or set CMS_DATA_DIR to one/,
    );
  });

  it('a database that cannot be reached', async () => {
    const said = await refusal('start', [], { DATABASE_URL: 'postgres://cms:hidden@127.0.0.1:9/cms' });
    expect(said).toMatch(
      /The database at DATABASE_URL cannot be reached \(.*ECONNREFUSED.*\): start it, or correct the setting\./,
    );
    expect(said).not.toContain('hidden');
  });

  it('to start over a restore that was cut short', async () => {
    mkdirSync(env.CMS_DATA_DIR);
    writeFileSync(path.join(env.CMS_DATA_DIR, 'restore-under-way'), '');
    expect(await refusal('start')).toContain('was cut short: run it again, then start.');
  });

  it('a switch that it does not know', async () => {
    expect(await refusal('start', ['--fast'])).toContain("Unknown option '--fast'");
  });
});

describe('the other scripts say', { timeout: 60_000 }, () => {
  it('that there is nothing to back up yet, and make no secrets for that', async () => {
    expect(await refusal('backup')).toMatch(/There is no database yet at \S+content\.db: nothing to back up\./);
    expect(existsSync(env.ENV_PATH)).toBe(false);
  });

  it('what a restore needs', async () => {
    expect(await refusal('restore')).toContain('Name the backup to restore.');
    expect(await refusal('restore', ['/nowhere'])).toContain('/nowhere is no backup: it has no manifest.json.');
  });
});
