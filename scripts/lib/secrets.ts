import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { parseEnv as parseEnvFile } from 'node:util';

import { shown } from './paths.ts';
import { Problem } from './problem.ts';

type Values = Record<string, string | undefined>;

const SECRETS = ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY'] as const;

/** The names of the settings that nobody but the CMS may know. */
export const secretNames: readonly string[] = SECRETS;

/** By what the CMS knows the site: a secret of both, which no content depends on, so that a new one is as good as the old. */
export const SITE_TOKEN = 'SITE_TOKEN';

const secret = () => randomBytes(32).toString('base64');

/** New values, 32 random bytes each, for every secret that is not set. */
export function newSecrets(values: Values): Record<string, string> {
  const missing = [...SECRETS, SITE_TOKEN].filter((name) => (values[name] ?? '') === '');
  return Object.fromEntries(missing.map((name) => [name, name === 'APP_KEYS' ? `${secret()},${secret()}` : secret()]));
}

/** The settings in an env file; none if there is no such file. */
export function readEnvFile(file: string): Record<string, string> {
  try {
    return parseEnvFile(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Problem(
      `${shown(file)} cannot be read (${(error as Error).message}): make it a readable file of NAME=value lines.`,
    );
  }
}

const HEADING = `# The secrets of this CMS, made by its first start. Keep a copy where only you can read it, apart from the backups:
# a database is of little use without them. Settings may stand here, too: one NAME=value a line.
`;

/**
 * Keeps secrets in an env file that only its owner can read. A file that is there keeps what it holds and is replaced as a whole;
 * of two processes that try at once, one is refused.
 */
export function storeSecrets(file: string, secrets: Record<string, string>): void {
  const lines = Object.entries(secrets).map(([name, value]) => `${name}=${value}\n`);
  const before = contentOf(file);
  if (before === null) {
    writeExclusively(file, [HEADING, ...lines].join(''));
    return;
  }
  writeExclusively(`${file}.new`, [before, before === '' || before.endsWith('\n') ? '' : '\n', HEADING, ...lines].join(''));
  renameSync(`${file}.new`, file);
}

/** Takes from everyone but the owner the right to read a file of secrets. */
export function keepPrivate(file: string): void {
  if (process.platform !== 'win32' && contentOf(file) !== null && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function writeExclusively(file: string, content: string): void {
  let handle: number;
  try {
    handle = openSync(file, 'wx', 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new Problem(`${shown(file)} is being written by another start: wait for that one, or remove the file.`);
    throw new Problem(
      `${shown(file)} cannot be written (${String(code)}): make its folder writable, or set the secrets by environment.`,
    );
  }
  writeSync(handle, content);
  fsyncSync(handle);
  closeSync(handle);
}
