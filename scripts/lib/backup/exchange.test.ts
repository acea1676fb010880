import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { exchange, isHalfExchanged } from './exchange.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clinic-exchange-'));
  write('content.db', 'old');
  write('content.db-wal', 'old log');
  write('public/uploads/old.webp', 'old picture');
  write('.staged/content.db', 'new');
  write('.staged/public/uploads/new.webp', 'new picture');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string) => path.join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');

function write(name: string, content: string): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}

const places = () => ({
  staged: at('.staged'),
  aside: at('replaced'),
  names: ['content.db', 'content.db-wal', 'content.db-shm', 'public/uploads'],
});

describe('an exchange', () => {
  it('puts the new in the place of the old, and keeps the old', () => {
    exchange(folder, places());
    expect(read('content.db')).toBe('new');
    expect(existsSync(at('content.db-wal'))).toBe(false);
    expect(read('public/uploads/new.webp')).toBe('new picture');
    expect(existsSync(at('public/uploads/old.webp'))).toBe(false);
    expect(read('replaced/content.db')).toBe('old');
    expect(read('replaced/content.db-wal')).toBe('old log');
    expect(read('replaced/public/uploads/old.webp')).toBe('old picture');
    expect(isHalfExchanged(folder)).toBe(false);
  });

  it('that fails leaves everything as it was', () => {
    // A file where a folder is needed: the second thing to be moved cannot be.
    write('replaced/public', 'in the way');
    expect(() => {
      exchange(folder, places());
    }).toThrow();
    expect(read('content.db')).toBe('old');
    expect(read('content.db-wal')).toBe('old log');
    expect(read('public/uploads/old.webp')).toBe('old picture');
    expect(isHalfExchanged(folder)).toBe(false);
  });
});
