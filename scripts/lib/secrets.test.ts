import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Problem } from './problem.ts';
import { keepPrivate, newSecrets, readEnvFile, secretNames, SITE_TOKEN, storeSecrets } from './secrets.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clinic-secrets-'));
  file = path.join(folder, '.env');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const mode = () => (statSync(file).mode & 0o777).toString(8);

describe('secrets', () => {
  it('are made where they are missing: 32 bytes each, all different', () => {
    const made = newSecrets({});
    expect(Object.keys(made)).toEqual([...secretNames, SITE_TOKEN]);
    const values = Object.values(made).flatMap((value) => value.split(','));
    expect(values).toHaveLength(7);
    expect(new Set(values).size).toBe(7);
    for (const value of values) expect(Buffer.from(value, 'base64')).toHaveLength(32);
  });

  it('are not made where they are set', () => {
    expect(Object.keys(newSecrets({ APP_KEYS: 'a,b', API_TOKEN_SALT: 'c', ADMIN_JWT_SECRET: '' }))).toEqual([
      'ADMIN_JWT_SECRET',
      'TRANSFER_TOKEN_SALT',
      'ENCRYPTION_KEY',
      'SITE_TOKEN',
    ]);
  });

  it('are stored where only their owner can read them, and read back', () => {
    const made = newSecrets({});
    storeSecrets(file, made);
    expect(mode()).toBe('600');
    expect(readEnvFile(file)).toEqual(made);
  });

  it('join what the file holds, which stays', () => {
    writeFileSync(file, '# mine\nCMS_PORT=4000', { mode: 0o644 });
    storeSecrets(file, { ENCRYPTION_KEY: 'abc=' });
    expect(readEnvFile(file)).toEqual({ CMS_PORT: '4000', ENCRYPTION_KEY: 'abc=' });
    expect(readFileSync(file, 'utf8')).toMatch(/^# mine\nCMS_PORT=4000\n#/);
    expect(mode()).toBe('600');
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it('are written by one process only', () => {
    writeFileSync(file, 'CMS_PORT=4000\n');
    writeFileSync(`${file}.new`, '');
    expect(() => {
      storeSecrets(file, { ENCRYPTION_KEY: 'abc' });
    }).toThrow(new Problem(`${file}.new is being written by another start: wait for that one, or remove the file.`));
    expect(readEnvFile(file)).toEqual({ CMS_PORT: '4000' });
  });

  it('say where they cannot be written', () => {
    expect(() => {
      storeSecrets(path.join(folder, 'nowhere/.env'), { ENCRYPTION_KEY: 'abc' });
    }).toThrow(/nowhere\/\.env cannot be written \(ENOENT\): make its folder writable/);
  });

  it('are taken from the eyes of others', () => {
    writeFileSync(file, 'ENCRYPTION_KEY=abc');
    chmodSync(file, 0o644);
    keepPrivate(file);
    expect(mode()).toBe('600');
    keepPrivate(path.join(folder, 'nothing'));
  });

  it('need no file', () => {
    expect(readEnvFile(file)).toEqual({});
  });
});
