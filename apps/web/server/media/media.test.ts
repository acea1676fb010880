import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { parseMediaPath } from './address.ts';
import { Shelf } from './shelf.ts';
import { sniff } from './signature.ts';

import { mediaFormats, mediaWidths } from '#app/config/media.ts';
import { mediaPath, mediaVariantPath } from '#app/config/paths.ts';

describe('media addresses', () => {
  const file = 'Cover_leaf-2_3f9a.jpeg';

  it('are those that pages use', () => {
    const version = '0mirk2b1';
    expect(parseMediaPath(mediaPath({ version, file }))).toEqual({ file, version, variant: null });
    for (const width of mediaWidths) {
      for (const format of mediaFormats) {
        const target = mediaVariantPath({ version, file }, width, format);
        expect(parseMediaPath(target)).toEqual({ file, version, variant: { width, format } });
      }
    }
    expect(parseMediaPath('/media/guide_1.pdf')).toEqual({ file: 'guide_1.pdf', version: null, variant: null });
  });

  it.each([
    '/media/a.svg',
    '/media/a.png/',
    '/media/a.b.png',
    '/media/%61.png',
    '/media/320/a.png',
    '/media/320/a.png.webp',
    '/media/0mirk2b1/320/a.pdf.webp',
    '/media/0mirk2b1/320/.webp',
    '/media/0mirk2b1/321/a.png.webp',
    '/media/0MIRK2B1/a.png',
    '/media/0mirk2b1/320/320/a.png.webp',
    '/x/a.png',
    'media/a.png',
  ])('%s is none', (target) => {
    expect(parseMediaPath(target)).toBeNull();
  });
});

describe('what a file is', () => {
  const ftyp = (...brands: string[]) =>
    Buffer.from(`\0\0\0${String.fromCharCode(8 + 4 * brands.length)}ftyp${brands.join('')}`, 'latin1');

  it.each([
    ['image/jpeg', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['image/png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['image/webp', Buffer.from('RIFF\0\0\0\0WEBP')],
    ['image/avif', ftyp('avif', '\0\0\0\0', 'mif1')],
    ['image/avif', ftyp('mif1', '\0\0\0\0', 'avif')],
    ['application/pdf', Buffer.from('%PDF-1.4')],
    [undefined, ftyp('heic', '\0\0\0\0', 'mif1')],
    [undefined, Buffer.from('GIF89a')],
    [undefined, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [undefined, Buffer.from('\xff\xff\xff\xffftyp', 'latin1')],
    [undefined, Buffer.from('RIFF')],
    [undefined, Buffer.alloc(0)],
  ])('%s', (type, bytes) => {
    expect(sniff(bytes)).toBe(type);
  });
});

describe('shelf', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'clinic-shelf-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const onDisk = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

  it('makes room by removing what was not asked for the longest', async () => {
    const shelf = new Shelf(folder, 30);
    for (const name of ['a', '320/b', 'c']) await shelf.put(name, Buffer.alloc(10));
    expect(shelf.has('a')).toBe(true);
    await shelf.put('d', Buffer.alloc(10));
    expect(['a', '320/b', 'c', 'd'].map((name) => shelf.has(name))).toEqual([true, false, true, true]);
    expect(onDisk()).toBe(3);
  });

  it('keeps count when a file is written again', async () => {
    const shelf = new Shelf(folder, 30);
    for (let times = 0; times < 5; times += 1) await shelf.put('a', Buffer.alloc(10));
    await shelf.put('b', Buffer.alloc(20));
    expect([shelf.has('a'), shelf.has('b')]).toEqual([true, true]);
  });

  it('keeps the newest even if it is too large by itself', async () => {
    const shelf = new Shelf(folder, 5);
    await shelf.put('a', Buffer.alloc(10));
    expect(shelf.has('a')).toBe(true);
  });

  it('finds again what an earlier run left, oldest first, without what it did not finish', async () => {
    for (const [index, name] of ['new', 'old', 'x.0a1b.part'].entries()) {
      writeFileSync(path.join(folder, name), Buffer.alloc(10));
      utimesSync(path.join(folder, name), 2_000 - index, 2_000 - index);
    }
    const shelf = new Shelf(folder, 20);
    expect(existsSync(path.join(folder, 'x.0a1b.part'))).toBe(false);
    await shelf.put('newest', Buffer.alloc(10));
    expect(['old', 'new', 'newest'].map((name) => shelf.has(name))).toEqual([false, true, true]);
  });

  it('notices when somebody removed a file', async () => {
    const shelf = new Shelf(folder, 30);
    await shelf.put('a', Buffer.alloc(10));
    rmSync(path.join(folder, 'a'));
    expect(shelf.has('a')).toBe(false);
  });

  it('leaves nothing behind when it cannot write', async () => {
    const shelf = new Shelf(folder, 30);
    await shelf.put('a', Buffer.alloc(10));
    await expect(shelf.put('a/b', Buffer.alloc(10))).rejects.toThrow();
    expect(onDisk()).toBe(1);
  });
});
