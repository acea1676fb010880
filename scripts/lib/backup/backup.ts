import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { cmsRoot, root, shown } from '../paths.ts';
import { Problem } from '../problem.ts';
import { secretNames } from '../secrets.ts';
import type { Settings } from '../settings.ts';

import { takeSnapshot } from './database.ts';
import { sealBackup, type Manifest } from './manifest.ts';
import { copyFiles, uploadsFolder } from './uploads.ts';

/** The name of the secrets in a backup that has them. */
export const SECRETS = 'secrets.env';

interface Options {
  /** The folder that holds all backups. */
  into: string;
  withSecrets: boolean;
}

/**
 * Makes a backup of the content and its media, while the CMS runs or not. It has its final name only once it is complete.
 * @returns its folder and what is in it
 */
export async function makeBackup(
  settings: Settings,
  { into, withSecrets }: Options,
): Promise<{ folder: string; manifest: Manifest }> {
  // Nobody but the owner may read what is made here.
  process.umask(0o077);
  const createdAt = new Date().toISOString();
  const folder = path.join(into, createdAt.slice(0, 19).replaceAll(':', '-'));
  const unfinished = `${folder}.unfinished`;
  makeFolder(unfinished);
  try {
    const { database, rows, missingUploads } = await copyAll(settings, unfinished);
    if (withSecrets) writeFileSync(path.join(unfinished, SECRETS), secretsOf(settings));
    const versions = {
      product: versionIn(root),
      strapi: versionIn(path.join(cmsRoot, 'node_modules/@strapi/strapi')),
      node: process.version,
    };
    const manifest = await sealBackup(unfinished, { createdAt, versions, database, rows, missingUploads });
    if (existsSync(folder)) throw new Problem(`${shown(folder)} is there already: wait a second, and try again.`);
    renameSync(unfinished, folder);
    return { folder, manifest };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function copyAll({ cms }: Settings, folder: string): Promise<Pick<Manifest, 'database' | 'rows' | 'missingUploads'>> {
  const once = async () => {
    const snapshot = await takeSnapshot(cms, folder);
    const copied = await copyFiles(uploadsFolder(cms.CMS_DATA_DIR), path.join(folder, 'uploads'));
    return { ...snapshot, missingUploads: snapshot.uploads.filter((name) => !copied.has(name)) };
  };
  const first = await once();
  if (first.missingUploads.length === 0) return first;
  // An editor may have deleted a file between the two copies. What is missing again was missing before.
  rmSync(folder, { recursive: true });
  makeFolder(folder);
  return once();
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Problem(`${shown(folder)} cannot be made (${String(code)}): name a folder that you may write to.`);
  }
}

function secretsOf({ cmsEnvironment }: Settings): string {
  return secretNames.map((name) => `${name}=${cmsEnvironment[name] ?? ''}\n`).join('');
}

function versionIn(folder: string): string {
  return (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}
