import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { sealBackup, verifyBackup } from './manifest.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clinic-backup-'));
  mkdirSync(path.join(folder, 'uploads'));
  writeFileSync(path.join(folder, 'content.db'), 'rows');
  writeFileSync(path.join(folder, 'uploads/leaf.webp'), 'a leaf');
  await sealBackup(folder, {
    createdAt: '2025-11-25T02:00:00.000Z',
    versions: { product: '0.1.0', strapi: '5.54.0', node: 'v20.20.2' },
    database: 'sqlite',
    rows: { articles: 13 },
    missingUploads: [],
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function flipOneBit(name: string): void {
  const file = path.join(folder, name);
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(1) ^ 1, 1);
  writeFileSync(file, bytes);
}

describe('a backup', () => {
  it('that is whole says what it holds', async () => {
    await expect(verifyBackup(folder)).resolves.toMatchObject({
      format: 1,
      rows: { articles: 13 },
      files: [
        { path: 'content.db', bytes: 4 },
        { path: 'uploads/leaf.webp', bytes: 6 },
      ],
    });
  });

  it.each(['content.db', 'uploads/leaf.webp', 'manifest.json'])('with one wrong bit in %s is refused', async (name) => {
    flipOneBit(name);
    await expect(verifyBackup(folder)).rejects.toThrow(`This backup is damaged (${name} is not what its checksum says)`);
  });

  it('with one wrong bit in its last checksum is refused', async () => {
    flipOneBit('manifest.json.sha256');
    await expect(verifyBackup(folder)).rejects.toThrow(/^This backup is damaged/);
  });

  it.each(['content.db', 'uploads/leaf.webp', 'manifest.json.sha256'])('without %s is refused', async (name) => {
    rmSync(path.join(folder, name));
    await expect(verifyBackup(folder)).rejects.toThrow(`This backup is damaged (${name} is missing)`);
  });

  it('with a file that does not belong to it is refused', async () => {
    writeFileSync(path.join(folder, 'uploads/stranger.html'), 'hello');
    await expect(verifyBackup(folder)).rejects.toThrow('uploads/stranger.html does not belong to it');
  });

  it('with a file that has grown is refused', async () => {
    appendFileSync(path.join(folder, 'content.db'), 'more');
    await expect(verifyBackup(folder)).rejects.toThrow('content.db is not what its checksum says');
  });

  it('is not just any folder', async () => {
    await expect(verifyBackup(path.join(folder, 'uploads'))).rejects.toThrow('is no backup: it has no manifest.json.');
  });
});
