import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { execa } from 'execa';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildContract } from '../../scripts/lib/builds/index.ts';
import { temporaryFolder } from '../support/cms-process.ts';
import { root } from '../support/operations.ts';

const pkgDir = path.join(root, 'packages/types');
const folder = temporaryFolder('package');
beforeAll(() => buildContract());
afterAll(() => {
  folder.remove();
});

describe('the package that other apps install', { timeout: 120_000 }, () => {
  it('is in order, to publint', async () => {
    const { messages, pkg } = await publint({ pkgDir, strict: true, pack: 'npm' });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it('has types that every way of importing finds', async () => {
    // Schema and queries are texts, which nobody imports as a module.
    const texts = ['schema.graphql', 'queries.graphql'];
    const { stdout, exitCode } = await execa(
      'attw',
      ['--pack', pkgDir, '--profile', 'esm-only', '--no-emoji', '--exclude-entrypoints', ...texts],
      { preferLocal: true, localDir: path.join(root, 'tests'), cwd: folder.path, reject: false },
    );
    expect(exitCode, stdout).toBe(0);
  });

  it('holds nothing from the CMS', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(pkgDir, 'package.json'), 'utf8')) as { dependencies: object };
    expect(Object.keys(dependencies).filter((name) => name.includes('strapi'))).toEqual([]);
  });

  it('has a README whose examples compile', async () => {
    const readme = readFileSync(path.join(pkgDir, 'README.md'), 'utf8');
    const examples = [...readme.matchAll(/```ts\n([\s\S]+?)```/g)].map(([, code = '']) => code);
    expect(examples.length).toBeGreaterThan(1);
    // Where the examples are, whose dependencies are those of an app that installs the package.
    const examplesFolder = path.join(root, 'docs/examples');
    const options = { extends: path.join(examplesFolder, 'tsconfig.json'), files: [] as string[], include: [] as string[] };
    for (const [i, code] of examples.entries()) {
      writeFileSync(path.join(folder.path, `example-${i}.mts`), code);
      options.files.push(path.join(folder.path, `example-${i}.mts`));
    }
    symlinkSync(path.join(examplesFolder, 'node_modules'), path.join(folder.path, 'node_modules'));
    writeFileSync(
      path.join(folder.path, 'tsconfig.json'),
      JSON.stringify({ ...options, compilerOptions: { noEmit: true, types: [] } }),
    );
    const { stdout } = await execa('tsc', ['-p', folder.path], { preferLocal: true, localDir: root, reject: false });
    expect(stdout).toBe('');
  });
});
