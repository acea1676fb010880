import { setTimeout as sleep } from 'node:timers/promises';

import { parseMediaPath, type MediaAddress } from '../media/address.ts';
import { splitTarget } from '../target.ts';

import { plainOf } from './kept-page.ts';
import type { PageCache } from './page-cache.ts';
import type { PageStore } from './page-store.ts';

import { homePath, isSitemapPath, sitemapPath } from '#app/config/paths.ts';
import { isCmsDown } from '#app/content/steady.server.ts';
import { log } from '#app/http/log.server.ts';

/** Changes often come in rows, and those who wait for one come first; but a row of changes never holds a walk up for longer than this. */
const SETTLE_MS = 1_000;
const MOST_SETTLE_MS = 60_000;
const RETRY_MS = 15_000;
/** Visitors come first. */
const REST_MS = 10;
const MAX_PAGES = 250_000;

/** What is kept warm. */
export interface WarmOptions {
  cache: PageCache;
  store: PageStore;
  keyOf: (target: string) => string | null;
  origin: string;
  /** Fetches a picture, unless it is on disk. */
  obtain: (address: MediaAddress) => Promise<unknown>;
}

/**
 * Makes every page that visitors can find, and fetches its pictures, before anybody asks: so all of it is there while the CMS is not.
 * Goes through the site map and the links of what it makes, at a walk.
 */
export class Warmer {
  #timer: NodeJS.Timeout | undefined;
  /** When the next walk begins. */
  #due = Infinity;
  #isWalking = false;
  /** Whether something changed during a walk. */
  #isWanted = false;
  #isStopped = false;
  /** When the present row of changes began, and its last one. */
  #row = { from: -Infinity, to: -Infinity };

  constructor(private readonly options: WarmOptions) {}

  /** To be called after something changed. */
  changed(): void {
    const now = performance.now();
    this.#row = { from: now > this.#row.to + SETTLE_MS ? now : this.#row.from, to: now };
    this.wake();
  }

  /** Asks for a walk soon: something may be missing or out of date. */
  wake(ms = SETTLE_MS): void {
    this.#isWanted = true;
    const due = performance.now() + ms;
    if (this.#isWalking || this.#isStopped || this.#due <= due) return;
    this.#due = due;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#walk(), ms).unref();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #walk(): Promise<void> {
    this.#isWalking = true;
    this.#isWanted = false;
    this.#due = Infinity;
    const begun = performance.now();
    let made = 0;
    let missing = 0;
    const keys = new Set<string>();
    const add = (targets: readonly string[]) => {
      for (const target of targets) {
        const key = this.options.keyOf(target);
        if (key !== null && keys.size < MAX_PAGES) keys.add(ownText(key));
      }
    };
    add([sitemapPath, homePath]);
    // What is added on the way is reached, too.
    for (const key of keys) {
      if (this.#isStopped) break;
      await this.#settle();
      const known = await this.options.store.get(key);
      if (known && this.options.cache.isFresh(known)) {
        if (isGuide(key)) add(linksIn((await plainOf(known)).toString('utf8'), this.options.origin));
        continue;
      }
      const found = await this.#visit(key).catch(() => null);
      if (found) add(found);
      else missing++;
      made++;
      await sleep(REST_MS, undefined, { ref: false });
    }
    this.#isWalking = false;
    if (made > 0) log.info('pages made ahead', { seen: keys.size, made, missing, ms: Math.round(performance.now() - begun) });
    if (missing > 0) this.wake(RETRY_MS);
    else if (this.#wasWanted()) this.wake();
  }

  #wasWanted(): boolean {
    return this.#isWanted;
  }

  /** Waits until nothing has changed for a while. */
  async #settle(): Promise<void> {
    while (!this.#isStopped) {
      const { from, to } = this.#row;
      const left = Math.min(to + SETTLE_MS, from + MOST_SETTLE_MS) - performance.now();
      if (left <= 0) return;
      await sleep(left, undefined, { ref: false });
    }
  }

  /** Makes one page. @returns where it leads, or null if it could not be made now */
  async #visit(key: string): Promise<string[] | null> {
    if (isCmsDown()) return null;
    const { page, isKeepable, isGone } = await this.options.cache.refresh(key);
    if (!isKeepable) return isGone ? [] : null;
    const text = (await plainOf(page)).toString('utf8');
    for (const address of picturesIn(text)) await this.options.obtain(address);
    return linksIn(text, this.options.origin);
  }
}

/** What leads to everything: it is gone through also when it is up to date itself. */
function isGuide(key: string): boolean {
  return key === homePath || isSitemapPath(key);
}

/** Lists of a list are many; of those only the plain pages are gone through. */
function linksIn(text: string, origin: string): string[] {
  return [...text.matchAll(/(?:href="|<loc>)([^"#<]+)/g)]
    .map(([, address = '']) => (address.startsWith(`${origin}/`) ? address.slice(origin.length) : address))
    .filter((target) => target.startsWith('/') && /^(?:page=\d+)?$/.test(splitTarget(target).query));
}

/** A copy: a part of a text holds the whole of it in memory. */
function ownText(part: string): string {
  return Buffer.from(part).toString();
}

function picturesIn(text: string): MediaAddress[] {
  const paths = [...text.matchAll(/\ssrc="(\/media\/[^"]+)"/g)].map(([, path = '']) => path);
  return [...new Set(paths)].flatMap((path) => parseMediaPath(path) ?? []);
}
