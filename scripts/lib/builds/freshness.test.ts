import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { refresh, type Build } from './freshness.ts';

let folder: string;
let build: Build;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clinic-build-'));
  const at = (name: string) => path.join(folder, name);
  build = { inputs: [at('src'), at('lock')], except: /\.test\.ts$/, outputs: [at('dist')], note: at('dist/.built.json') };
  write('src/index.ts', 'one');
  write('lock', '1');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const make = vi.fn(() => {
  write('dist/index.js', 'made');
  return Promise.resolve();
});
const made = () => refresh(build, make);

describe('a build', () => {
  it('is made once', async () => {
    expect(await made()).toBe(true);
    expect(await made()).toBe(false);
  });

  it.each([
    [
      'a source changes',
      () => {
        write('src/index.ts', 'two');
      },
    ],
    [
      'a source is added',
      () => {
        write('src/more.ts', '');
      },
    ],
    [
      'a source goes',
      () => {
        rmSync(path.join(folder, 'src/index.ts'));
      },
    ],
    [
      'the lockfile changes',
      () => {
        write('lock', '2');
      },
    ],
    [
      'its output was changed by another program',
      () => {
        write('dist/index.js', 'something else');
      },
    ],
    [
      'its output is gone',
      () => {
        rmSync(path.join(folder, 'dist'), { recursive: true });
      },
    ],
    [
      'its note is damaged',
      () => {
        write('dist/.built.json', '{');
      },
    ],
  ])('is made again when %s', async (_what, change) => {
    await made();
    change();
    expect(await made()).toBe(true);
    expect(await made()).toBe(false);
  });

  it('does not mind tests', async () => {
    await made();
    write('src/index.test.ts', 'expect');
    expect(await made()).toBe(false);
  });

  it('that fails stays stale, and lets others try', async () => {
    await expect(refresh(build, () => Promise.reject(new Error('wrong')))).rejects.toThrow('wrong');
    expect(existsSync(build.note)).toBe(false);
    expect(await made()).toBe(true);
  });

  it('is made by one at a time', async () => {
    make.mockClear();
    const results = await Promise.all([made(), made(), made()]);
    expect(make).toHaveBeenCalledOnce();
    expect(results.filter(Boolean)).toHaveLength(1);
  });
});
