import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';

import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';

import { Shelf } from '../media/shelf.ts';

import { sizeOf, type KeptPage } from './kept-page.ts';
import { fileOf, PAGE, readPage, writePage } from './page-file.ts';

import { log } from '#app/http/log.server.ts';

const MEMORY_BYTES = 48 * 1024 ** 2;
const DISK_BYTES = 2 * 1024 ** 3;

/** Finished pages: those asked for lately in memory, all of them on disk, each place bounded. */
export class PageStore {
  readonly #memory = new LRUCache<string, KeptPage>({ maxSize: MEMORY_BYTES, sizeCalculation: sizeOf });
  readonly #shelf: Shelf;
  /** Not yet on disk, where an older page may stand. */
  readonly #unwritten = new Map<string, KeptPage>();
  #isClosed = false;
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
    const known = this.#memory.get(key) ?? this.#unwritten.get(key);
    if (known) return known;
    const page = await this.#read(fileOf(key));
    // While it was read, a newer one may have come.
    const newer = this.#memory.get(key);
    if (newer || page?.key !== key) return newer;
    this.#memory.set(key, page);
    return page;
  }

  /** Keeps a page in place of an earlier one. @param isWanted is asked again when its turn to be written comes */
  put(page: KeptPage, isWanted: () => boolean): void {
    this.#memory.set(page.key, page);
    if (this.#isClosed) return;
    this.#unwritten.set(page.key, page);
    void this.#queue(async () => {
      if (this.#unwritten.get(page.key) !== page) return;
      if (isWanted()) await this.#shelf.put(fileOf(page.key), writePage(page));
    })
      .catch((cause: unknown) => {
        log.error('page not kept', { path: page.key, cause });
      })
      .finally(() => {
        if (this.#unwritten.get(page.key) === page) this.#unwritten.delete(page.key);
      });
  }

  /** Removes a page from wherever it is. */
  remove(key: string): void {
    this.#memory.delete(key);
    this.#unwritten.delete(key);
    void this.#queue(() => this.#shelf.remove(fileOf(key)));
  }

  /** Removes every page that fits, from memory at once. @returns when none is left on disk */
  async removeAll(fits: (page: KeptPage) => boolean): Promise<void> {
    for (const [key, page] of this.#memory.entries()) if (fits(page)) this.#memory.delete(key);
    for (const [key, page] of this.#unwritten) if (fits(page)) this.#unwritten.delete(key);
    await this.#queue(async () => {
      for (const name of this.#shelf.names()) {
        const page = name.endsWith(PAGE) ? await this.#read(name) : null;
        // Of a damaged file nobody knows what it shows.
        if (!page || fits(page)) await this.#shelf.remove(name);
      }
    });
  }

  /** Writes nothing more from now on. Resolves once everything is on disk. */
  async close(): Promise<void> {
    this.#isClosed = true;
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
