import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';

import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';

import { Shelf } from '../media/shelf.ts';

import { sizeOf, type KeptPage } from './kept-page.ts';
import { fileOf, PAGE, readPage, writePage } from './page-file.ts';

import { log } from '#app/http/log.server.ts';

const MEMORY_BYTES = 64 * 1024 ** 2;
const DISK_BYTES = 2 * 1024 ** 3;

/** Finished pages: those asked for lately in memory, all of them on disk, each place bounded. */
export class PageStore {
  readonly #memory = new LRUCache<string, KeptPage>({ maxSize: MEMORY_BYTES, sizeCalculation: sizeOf });
  readonly #shelf: Shelf;
  /** One after the other, so that what was decided last stands last. */
  readonly #queue = pLimit(1);

  constructor(folder: string) {
    this.#shelf = new Shelf(folder, DISK_BYTES);
  }

  /** A page that is in memory. */
  peek(key: string): KeptPage | undefined {
    return this.#memory.get(key);
  }

  /** A page, from wherever it is. A damaged file is set aside and never served. */
  async get(key: string): Promise<KeptPage | undefined> {
    const page = this.#memory.get(key) ?? (await this.#read(fileOf(key)));
    if (page?.key !== key) return undefined;
    if (!this.#memory.has(key)) this.#memory.set(key, page);
    return page;
  }

  /** Keeps a page in place of an earlier one. @param isWanted is asked again when its turn to be written comes */
  put(page: KeptPage, isWanted: () => boolean): void {
    this.#memory.set(page.key, page);
    void this.#queue(async () => {
      if (isWanted()) await this.#shelf.put(fileOf(page.key), writePage(page));
    }).catch((cause: unknown) => {
      log.error('page not kept', { path: page.key, cause });
    });
  }

  /** Removes a page from wherever it is. */
  remove(key: string): void {
    this.#memory.delete(key);
    void this.#queue(() => this.#shelf.remove(fileOf(key)));
  }

  /** Removes every page that fits, from memory at once. @returns when none is left on disk */
  async removeAll(fits: (page: KeptPage) => boolean): Promise<void> {
    for (const [key, page] of this.#memory.entries()) if (fits(page)) this.#memory.delete(key);
    await this.#queue(async () => {
      for (const name of this.#shelf.names()) {
        const page = name.endsWith(PAGE) ? await this.#read(name) : null;
        // Of a damaged file nobody knows what it shows.
        if (!page || fits(page)) await this.#shelf.remove(name);
      }
    });
  }

  /** Resolves once everything is on disk. */
  async settled(): Promise<void> {
    await this.#queue(() => Promise.resolve());
  }

  async #read(name: string): Promise<KeptPage | undefined> {
    if (!this.#shelf.has(name)) return undefined;
    const file = path.join(this.#shelf.folder, name);
    const content = await readFile(file).catch(() => null);
    if (!content) return undefined;
    const page = readPage(content);
    if (page) return page;
    log.error('a kept page is damaged and was set aside', { file: name });
    await rename(file, `${file}.damaged`).catch(() => undefined);
    return undefined;
  }
}
