import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Preflight {
  oldNode: (version: string) => string | null;
  readOnly: (folder: string) => string | null;
  missingTools: (env: Record<string, string>, platform: string) => string[];
  driverIsBuilt: (folder: string) => boolean;
  noCompiler: (missing: string[]) => string;
}

const file = path.join(import.meta.dirname, 'preflight.cjs');
const { oldNode, readOnly, missingTools, driverIsBuilt, noCompiler } = createRequire(import.meta.url)(file) as Preflight;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clinic-preflight-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function tool(name: string): void {
  writeFileSync(path.join(folder, name), '', { mode: 0o755 });
}

describe('before anything is installed', () => {
  it.each(['0.10.48', '14.21.3', '18.20.8', '20.0.0', '20.18.3'])('Node %s is too old, and it is said what to do', (version) => {
    expect(oldNode(version)).toBe(
      `This project needs Node 20.19 or newer, and this is Node ${version}: install a newer one from https://nodejs.org, then run the same command again.`,
    );
  });

  it.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0', '26.0.0'])('Node %s will do', (version) => {
    expect(oldNode(version)).toBeNull();
  });

  it('an old Node ends with one sentence and exit code 1', async () => {
    const older = path.join(folder, 'older.cjs');
    writeFileSync(older, `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } });`);
    const { exitCode, stderr } = await execa('node', ['--require', older, file], { reject: false });
    expect(exitCode).toBe(1);
    expect(stderr.trim()).toBe(oldNode('18.20.8'));
  });

  it('the project as it is here passes', async () => {
    const { exitCode, stderr } = await execa('node', [file]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it('a folder that cannot be written is named', () => {
    expect(readOnly(folder)).toBeNull();
    expect(readOnly(path.join(folder, 'nowhere'))).toMatch(/nowhere cannot be written \(ENOENT\): make it writable/);
  });

  it('names the tools that a compiler needs', () => {
    expect(missingTools({ PATH: folder }, 'linux')).toEqual(['python3', 'make', 'a C++ compiler']);
    tool('python3');
    tool('make');
    expect(missingTools({ PATH: folder }, 'linux')).toEqual(['a C++ compiler']);
    tool('clang++');
    expect(missingTools({ PATH: folder }, 'linux')).toEqual([]);
    expect(missingTools({ PATH: '' }, 'win32')).toEqual([]);
    expect(noCompiler(['make'])).toMatch(/missing \(make\): install them .* then run the same command again\.$/);
  });

  it('finds a tool by the settings that name it', () => {
    tool('make');
    tool('mypython');
    tool('mycxx');
    const env = { PATH: folder, PYTHON: path.join(folder, 'mypython'), CXX: 'mycxx -O2' };
    expect(missingTools(env, 'darwin')).toEqual([]);
  });

  it('knows a database driver that is ready', () => {
    expect(driverIsBuilt(folder)).toBe(false);
    const release = path.join(folder, 'node_modules/.pnpm/better-sqlite3@12.8.0/node_modules/better-sqlite3/build/Release');
    mkdirSync(release, { recursive: true });
    expect(driverIsBuilt(folder)).toBe(false);
    writeFileSync(path.join(release, 'better_sqlite3.node'), '');
    expect(driverIsBuilt(folder)).toBe(true);
  });
});
