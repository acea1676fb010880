import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { History } from './history.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clinic-history-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = () => new History(path.join(folder, 'history.json'));
const madeNow = ({ moment }: History, ...tags: string[]) => ({ tags, moment });
const nothing = { changed: [], withdrawn: [] };

describe('a page', () => {
  it('is current until something that it read changes', () => {
    const history = open();
    const page = madeNow(history, 'article', 'article:a');
    const other = madeNow(history, 'category');
    history.advance({ changed: ['article', 'article:b'], withdrawn: [] }, 'c1');
    expect([history.isCurrent(page), history.isCurrent(other)]).toEqual([false, true]);
    expect(history.isCurrent(madeNow(history, 'article'))).toBe(true);
  });

  it('that depends on whatever there is, or on a history that is over, is not current after any change', () => {
    const history = open();
    const [anything, quiet] = [madeNow(history, '*'), madeNow(history, 'clinic')];
    history.advance({ changed: ['article'], withdrawn: [] }, 'c1');
    expect([history.isCurrent(anything), history.isCurrent(quiet)]).toEqual([false, true]);
    history.advance({ changed: 'everything', withdrawn: [] }, 'c2');
    expect(history.isCurrent(quiet)).toBe(false);
  });

  it('is withdrawn with what it shows', () => {
    const history = open();
    const page = madeNow(history, 'article', 'article:a');
    history.advance({ changed: ['article', 'article:a'], withdrawn: ['article:a'] }, 'c1');
    expect(history.isWithdrawn(page)).toBe(true);
    expect(history.isWithdrawn(madeNow(history, 'article:a'))).toBe(false);
  });
});

describe('a restart', () => {
  it('goes on where the last run was', () => {
    const before = open();
    before.advance(nothing, 'c0');
    const page = madeNow(before, 'article:a');
    before.advance({ changed: ['article:a'], withdrawn: ['article:a'] }, 'c1');
    const after = open();
    expect([after.cursor, after.moment]).toEqual(['c1', before.moment]);
    expect([after.isCurrent(page), after.isWithdrawn(page)]).toEqual([false, true]);
  });

  it('without its memory takes nothing for current', async () => {
    const before = open();
    before.advance(nothing, 'c0');
    const page = madeNow(before, 'article:a');
    rmSync(path.join(folder, 'history.json'));
    await sleep(5);
    expect(open().isCurrent(page)).toBe(false);
  });
});
