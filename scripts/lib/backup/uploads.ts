import { constants } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Where the media library keeps its files. */
export const uploadsFolder = (dataDir: string): string => path.join(dataDir, 'public/uploads');

/** Copies a folder of files, without those that are deleted meanwhile. @returns the names of those that were copied */
export async function copyFiles(from: string, to: string): Promise<Set<string>> {
  const copied = new Set<string>();
  await mkdir(to, { recursive: true });
  for (const name of await namesIn(from)) {
    const target = path.join(to, name);
    await mkdir(path.dirname(target), { recursive: true });
    if (await unlessGone(copyFile(path.join(from, name), target, constants.COPYFILE_FICLONE))) copied.add(name);
  }
  return copied;
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isGone(error)) return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

async function unlessGone(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** A row of the media library, as the database holds it. */
export interface MediaRow {
  url: string | null;
  formats: string | Record<string, { url?: string }> | null;
}

/** The names of the local files that rows of the media library stand for: the originals and their smaller copies. */
export function namesOf(rows: readonly MediaRow[]): string[] {
  const urls = rows.flatMap(({ url, formats }) => {
    const sizes = (typeof formats === 'string' ? JSON.parse(formats) : formats) as Record<string, { url?: string }> | null;
    return [url, ...Object.values(sizes ?? {}).map((size) => size.url)];
  });
  return urls.flatMap((url) => (url?.startsWith('/uploads/') === true ? [url.slice('/uploads/'.length)] : []));
}

/** How to read those rows. */
export const MEDIA_ROWS = 'SELECT url, formats FROM files';
