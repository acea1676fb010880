import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { Problem } from '../problem.ts';

/** What a backup says of itself. */
export interface Manifest {
  format: 1;
  createdAt: string;
  /** The versions it was made with. */
  versions: { product: string; strapi: string; node: string };
  database: 'sqlite' | 'postgres';
  /** How many rows each table holds. */
  rows: Record<string, number>;
  /** Files of the media library that the database names and that were not there. */
  missingUploads: string[];
  files: { path: string; bytes: number; sha256: string }[];
}

const NAME = 'manifest.json';
const CHECKSUM = 'manifest.json.sha256';

/** Writes the manifest of a folder: a checksum for every file in it, and one for the manifest itself. */
export async function sealBackup(folder: string, facts: Omit<Manifest, 'format' | 'files'>): Promise<Manifest> {
  const files = [];
  for (const file of await filesIn(folder)) {
    const absolute = path.join(folder, file);
    files.push({ path: file, bytes: (await stat(absolute)).size, sha256: await sha256Of(absolute) });
  }
  const manifest: Manifest = { format: 1, ...facts, files };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  writeFileSync(path.join(folder, NAME), text, { mode: 0o600 });
  writeFileSync(path.join(folder, CHECKSUM), `${sha256(text)}  ${NAME}\n`, { mode: 0o600 });
  return manifest;
}

/**
 * Reads a backup and compares every byte of it with what it was when it was made.
 * @throws {Problem} if anything is missing, damaged or too much
 */
export async function verifyBackup(folder: string): Promise<Manifest> {
  if (!existsSync(path.join(folder, NAME))) throw new Problem(`${folder} is no backup: it has no ${NAME}.`);
  const text = readFileSync(path.join(folder, NAME), 'utf8');
  const damaged = (what: string) => new Problem(`This backup is damaged (${what}): restore another one. Nothing was changed.`);
  if (!existsSync(path.join(folder, CHECKSUM))) throw damaged(`${CHECKSUM} is missing`);
  if (readFileSync(path.join(folder, CHECKSUM), 'utf8') !== `${sha256(text)}  ${NAME}\n`) {
    throw damaged(`${NAME} is not what its checksum says`);
  }
  const manifest = JSON.parse(text) as Manifest;
  if ((manifest.format as number) !== 1) throw new Problem(`This backup was made by a newer version: restore it with that one.`);

  const unknown = new Set(await filesIn(folder));
  for (const { path: file, bytes, sha256: expected } of manifest.files) {
    if (!unknown.delete(file)) throw damaged(`${file} is missing`);
    const absolute = path.join(folder, file);
    if ((await stat(absolute)).size !== bytes || (await sha256Of(absolute)) !== expected) {
      throw damaged(`${file} is not what its checksum says`);
    }
  }
  const [stranger] = unknown;
  if (stranger !== undefined) throw damaged(`${stranger} does not belong to it`);
  return manifest;
}

/** Every file of a backup but its own manifest, with forward slashes, in a fixed order. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => file !== NAME && file !== CHECKSUM)
    .sort();
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
