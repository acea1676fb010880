import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';

import pLimit from 'p-limit';

import type { MediaAddress } from './address.ts';
import { MediaError } from './media-error.ts';
import { fetchOriginal } from './original.ts';
import { resize } from './resize.ts';
import { Shelf } from './shelf.ts';

const MAX_BYTES = 1024 ** 3;
/** More than a visit to every page at once would ask for: whoever comes later is asked to try again. */
const MAX_WAITING = 100;

/** The pictures and documents of the CMS: fetched, scaled and written once each, then served from disk. */
export class MediaLibrary {
  readonly #shelf: Shelf;
  readonly #underway = new Map<string, Promise<void>>();
  readonly #fetching = pLimit(4);
  // Encoding takes whole cores: one stays free for pages.
  readonly #encoding = pLimit(Math.max(1, availableParallelism() - 1));

  constructor(
    readonly folder: string,
    private readonly cmsUrl: string,
  ) {
    this.#shelf = new Shelf(folder, MAX_BYTES);
  }

  /**
   * Sees to it that a file is on disk; those who ask for one at the same time wait for the same work.
   * @returns its name in {@link folder}
   * @throws {MediaError}
   */
  async obtain(address: MediaAddress): Promise<string> {
    const name = nameOf(address);
    if (this.#shelf.has(name)) return name;
    let work = this.#underway.get(name);
    if (!work) {
      work = this.#make(name, address).finally(() => this.#underway.delete(name));
      this.#underway.set(name, work);
    }
    await work;
    return name;
  }

  async #make(name: string, { file, variant }: MediaAddress): Promise<void> {
    if (this.#fetching.pendingCount + this.#encoding.pendingCount > MAX_WAITING) {
      throw new MediaError('unavailable', file, 'too many files are waiting to be made');
    }
    const content = variant ? await this.#resized(file, variant) : await this.#fetching(() => fetchOriginal(file, this.cmsUrl));
    try {
      await this.#shelf.put(name, content);
    } catch (cause) {
      throw new MediaError('unavailable', file, cause);
    }
  }

  async #resized(file: string, variant: NonNullable<MediaAddress['variant']>): Promise<Buffer> {
    const original = await this.obtain({ file, variant: null });
    return this.#encoding(async () => {
      const bytes = await readFile(path.join(this.folder, original));
      try {
        return await resize(bytes, variant);
      } catch (cause) {
        throw new MediaError('missing', file, cause);
      }
    });
  }
}

function nameOf({ file, variant }: MediaAddress): string {
  return variant ? `${variant.width}/${file}.${variant.format}` : file;
}
