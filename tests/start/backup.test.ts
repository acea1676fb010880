import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

import { startCms, temporaryFolder } from '../support/cms-process.ts';
import { ownPlaces, runCommand } from '../support/command.ts';
import { copyOf } from '../support/ready-cms.ts';
import { askCms } from '../support/strapi.ts';

const MINUTES = 240_000;
const ready = inject('readyCms');
const folder = temporaryFolder('backup');
const copy = copyOf(ready);
let env: Record<string, string>;
let backup: string;

beforeAll(async () => {
  env = { ...(await ownPlaces(folder.path)), ...ready.secrets, CMS_DATA_DIR: copy.path };
});
afterAll(() => {
  copy.remove();
  folder.remove();
});

async function run(name: string, args: string[], more: Record<string, string> = {}) {
  const command = runCommand(name, args, { ...env, ...more });
  const code = await command.exited;
  return { code, output: command.output() };
}

/** How many rows each table has. */
function countRows(dataDir: string): Record<string, number> {
  const database = new BetterSqlite3(path.join(dataDir, 'content.db'), { readonly: true });
  const tables = database
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all();
  const rows = Object.fromEntries(
    tables.map(({ name }) => [name, database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name}"`).get()?.n ?? -1]),
  );
  database.close();
  return rows;
}

describe('backup and restore', { timeout: MINUTES }, () => {
  it('copy a CMS that is running', async () => {
    const cms = await startCms(copy.path, ready.secrets);
    const { code, output } = await run('backup', [path.join(folder.path, 'backups')]);
    await cms.stop();
    expect(code, output).toBe(0);
    const [name = ''] = readdirSync(path.join(folder.path, 'backups'));
    backup = path.join(folder.path, 'backups', name);
    expect(output).toContain('The secrets of the CMS are not in it');
    for (const value of Object.values(ready.secrets))
      expect(readFileSync(path.join(backup, 'manifest.json'), 'utf8')).not.toContain(value);
    // Nobody else on the machine gets in.
    expect(statSync(backup).mode & 0o077).toBe(0);
  });

  it('bring back a CMS that boots with the same rows and pictures', async () => {
    const target = path.join(folder.path, 'restored');
    const { code, output } = await run('restore', [backup], { CMS_DATA_DIR: target });
    expect(code, output).toBe(0);
    expect(countRows(target)).toEqual(countRows(copy.path));
    const uploads = (dataDir: string) => readdirSync(path.join(dataDir, 'public/uploads')).sort();
    expect(uploads(target)).toEqual(uploads(copy.path));

    const cms = await startCms(target, ready.secrets);
    const { data } = await askCms(cms.url, '{ articles { slug } }');
    await cms.stop();
    expect(data?.['articles']).toHaveLength(13);
  });

  it('never replace content without being told to', async () => {
    const { code, output } = await run('restore', [backup]);
    expect(code).toBe(1);
    expect(output).toContain('--yes');
    expect(existsSync(path.join(copy.path, 'content.db'))).toBe(true);
  });

  it('keep aside what they replace', async () => {
    const { code, output } = await run('restore', [backup, '--yes']);
    expect(code, output).toBe(0);
    expect(output).toContain('What was there before is in');
  });

  it('refuse to work on a CMS that runs', async () => {
    const cms = await startCms(copy.path, ready.secrets);
    const { code, output } = await run('restore', [backup, '--yes']);
    await cms.stop();
    expect(code).toBe(1);
    expect(output).toMatch(/running|in use|stop/i);
  });

  it('refuse a backup in which one byte has changed', async () => {
    const database = readdirSync(backup).find((name) => name.endsWith('.db')) ?? '';
    const bytes = readFileSync(path.join(backup, database));
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    writeFileSync(path.join(backup, database), bytes);
    const before = countRows(copy.path);
    const { code, output } = await run('restore', [backup, '--yes']);
    expect(code).toBe(1);
    expect(output).toMatch(/damaged|checksum/i);
    expect(countRows(copy.path)).toEqual(before);
  });
});
