import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';

import pLimit from 'p-limit';

import type { MediaAddress } from './address.ts';
import { Editions } from './editions.ts';
import { MediaError } from './media-error.ts';
import { fetchOriginal } from './original.ts';
import { resize } from './resize.ts';
import { Shelf } from './shelf.ts';

const MAX_BYTES = 1024 ** 3;
/** More than a visit to every page at once would ask for: whoever comes later is asked to try again. */
const MAX_WAITING = 100;
/** How long what stands under a bare name is taken for what the CMS has there. */
const FRESH_MS = 60_000;

/**
 * The pictures and documents of the CMS: fetched, scaled and written once each, then served from disk. They are kept by their content, so
 * that a version that only seems new, or one that somebody made up, costs a fetch and no encoding.
 */
export class MediaLibrary {
  readonly #shelf: Shelf;
  readonly #editions: Editions;
  readonly #underway = new Map<string, Promise<string>>();
  readonly #fetching = pLimit(4);
  // Encoding takes whole cores: one stays free for pages.
  readonly #encoding = pLimit(Math.max(1, availableParallelism() - 1));

  constructor(
    readonly folder: string,
    private readonly cmsUrl: string,
  ) {
    this.#shelf = new Shelf(folder, MAX_BYTES);
    this.#editions = new Editions(this.#shelf);
  }

  /**
   * Sees to it that a file is on disk; those who ask for one at the same time wait for the same work.
   * @returns its name in {@link folder}
   * @throws {MediaError}
   */
  async obtain({ file, version, variant }: MediaAddress): Promise<string> {
    const original = await this.#once(`${version ?? ''}/${file}`, () => this.#original(file, version));
    if (!variant) return original;
    const name = `${variant.width}/${original}.${variant.format}`;
    if (this.#shelf.has(name)) return name;
    return this.#once(name, () => this.#resized(name, file, original, variant));
  }

  /** Removes every copy of a file that is public no more. */
  async withdraw(file: string): Promise<void> {
    for (const content of this.#editions.contentsOf(file)) {
      const original = nameOf(file, content);
      const copies = this.#shelf.names().filter((name) => name === original || name.split('/')[1]?.startsWith(`${original}.`));
      for (const name of copies) await this.#shelf.remove(name);
    }
    await this.#editions.forget(file);
  }

  #once(key: string, make: () => Promise<string>): Promise<string> {
    const underway = this.#underway.get(key);
    if (underway) return underway;
    const work = make().finally(() => this.#underway.delete(key));
    this.#underway.set(key, work);
    return work;
  }

  /** The name of a file's content on disk, fetched if it is not there yet. */
  async #original(file: string, version: string | null): Promise<string> {
    const known = this.#editions.find(file, version);
    if (known && (version !== null || Date.now() - known.at < FRESH_MS)) {
      const name = nameOf(file, known.content);
      if (this.#shelf.has(name)) return name;
    }
    try {
      return await this.#fetched(file, version);
    } catch (error) {
      // Under its bare name, the latest that can be had is better than nothing.
      const last = version === null ? this.#editions.latest(file) : undefined;
      const name = last && nameOf(file, last.content);
      if (name !== undefined && this.#shelf.has(name) && error instanceof MediaError && error.kind === 'unavailable') return name;
      throw error;
    }
  }

  async #fetched(file: string, version: string | null): Promise<string> {
    this.#refuseCrowd(file);
    const bytes = await this.#fetching(() => fetchOriginal(file, this.cmsUrl));
    const content = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    const name = nameOf(file, content);
    await kept(file, async () => {
      if (!this.#shelf.has(name)) await this.#shelf.put(name, bytes);
      await this.#editions.note(file, { version, content, at: Date.now() });
    });
    return name;
  }

  async #resized(name: string, file: string, original: string, variant: NonNullable<MediaAddress['variant']>): Promise<string> {
    this.#refuseCrowd(file);
    const content = await this.#encoding(async () => {
      const bytes = await readFile(path.join(this.folder, original));
      try {
        return await resize(bytes, variant);
      } catch (cause) {
        throw new MediaError('missing', file, cause);
      }
    });
    await kept(file, () => this.#shelf.put(name, content));
    return name;
  }

  #refuseCrowd(file: string): void {
    if (this.#fetching.pendingCount + this.#encoding.pendingCount <= MAX_WAITING) return;
    throw new MediaError('unavailable', file, 'too many files are waiting to be made');
  }
}

async function kept(file: string, put: () => Promise<void>): Promise<void> {
  try {
    await put();
  } catch (cause) {
    throw new MediaError('unavailable', file, cause);
  }
}

/** Content is kept under its own hash, and under the type that the file's name promises. */
function nameOf(file: string, content: string): string {
  return `${content}${path.extname(file).toLowerCase()}`;
}
