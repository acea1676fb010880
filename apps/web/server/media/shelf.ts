import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const UNFINISHED = '.part';
/** What is older than this, nobody is writing any more: for a moment, the server before this one may. */
const ABANDONED_MS = 60_000;

/** Files kept on disk, up to a total size; those that were not asked for the longest make room. */
export class Shelf {
  /** Sizes by name, the longest unused first. */
  readonly #sizes = new Map<string, number>();
  #total = 0;

  constructor(
    readonly folder: string,
    readonly maxBytes: number,
  ) {
    mkdirSync(folder, { recursive: true });
    for (const { name, size } of stored(folder)) this.#add(name, size);
  }

  /** Whether a file is there. Asking counts as use. */
  has(name: string): boolean {
    const size = this.#sizes.get(name);
    if (size === undefined) return false;
    this.#forget(name);
    if (!existsSync(path.join(this.folder, name))) return false;
    this.#add(name, size);
    return true;
  }

  /** Keeps a file. It is there as a whole or not at all, also after a crash. */
  async put(name: string, content: Buffer): Promise<void> {
    const target = path.join(this.folder, name);
    const unfinished = `${target}.${randomBytes(6).toString('hex')}${UNFINISHED}`;
    await mkdir(path.dirname(target), { recursive: true });
    try {
      await writeFile(unfinished, content, { flag: 'wx' });
      await rename(unfinished, target);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    this.#forget(name);
    this.#add(name, content.byteLength);
    await this.#makeRoom(name);
  }

  /** The names of all files, the longest unused first. */
  names(): string[] {
    return [...this.#sizes.keys()];
  }

  /** Removes a file, if it is there. */
  async remove(name: string): Promise<void> {
    this.#forget(name);
    await rm(path.join(this.folder, name), { force: true });
  }

  async #makeRoom(newest: string): Promise<void> {
    for (const name of this.#sizes.keys()) {
      if (this.#total <= this.maxBytes || name === newest) return;
      await this.remove(name);
    }
  }

  #add(name: string, size: number): void {
    this.#sizes.set(name, size);
    this.#total += size;
  }

  #forget(name: string): void {
    this.#total -= this.#sizes.get(name) ?? 0;
    this.#sizes.delete(name);
  }
}

/** What an earlier run left, oldest first. What it did not finish is removed. */
function stored(folder: string): { name: string; size: number }[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files) if (file.endsWith(UNFINISHED) && isAbandoned(file)) rmSync(file, { force: true });
  return files
    .filter((file) => !file.endsWith(UNFINISHED))
    .map((file) => ({ file, stats: statSync(file) }))
    .sort((a, b) => a.stats.mtimeMs - b.stats.mtimeMs)
    .map(({ file, stats }) => ({ name: path.relative(folder, file).replaceAll(path.sep, '/'), size: stats.size }));
}

function isAbandoned(file: string): boolean {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > ABANDONED_MS;
}
