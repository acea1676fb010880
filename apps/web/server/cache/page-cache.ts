import type { IncomingMessage, ServerResponse } from 'node:http';

import { isRead, type Handler } from '../handler.ts';

import { Doubts } from './doubts.ts';
import type { History, Purge } from './history.ts';
import { compressBest, type KeptPage } from './kept-page.ts';
import type { PageStore } from './page-store.ts';
import { render, type Rendered, type RenderOptions } from './render.ts';
import { sendPage } from './send.ts';
import { whenIdle } from './when-idle.ts';

import { askAfresh, isCmsDown, isTimeToTry } from '#app/content/steady.server.ts';

/** So long a visitor waits for the newest text of a page of which there is an older one. */
const PATIENCE_MS = 1_000;
/** Where one has waited in vain, others need not try for so long. */
const IMPATIENT_MS = 5_000;

/** What a cache of pages is made of. */
export interface PageCacheOptions extends RenderOptions {
  store: PageStore;
  history: History;
  keyOf: (target: string) => string | null;
  /** Values of `Host` under which this server may be asked. */
  hosts: ReadonlySet<string>;
  /** Whether this server hears of changes. Without that, nothing is known to be as it was. */
  isFollowing: boolean;
}

/**
 * Finished pages, made once and sent as they are until something changes that they show. What changed is made anew for the next visitor;
 * if the CMS cannot say what is new, the last that was known stays, unless it was withdrawn.
 */
export class PageCache {
  readonly #underway = new Map<string, Promise<Rendered>>();
  /** The moment for which a page was last found current. */
  readonly #current = new WeakMap<KeptPage, number>();
  readonly #doubts: Doubts;
  #impatientUntil = 0;

  constructor(private readonly options: PageCacheOptions) {
    this.#doubts = new Doubts(options.history);
  }

  /** Answers at once what is asked in its plainest form and stands in memory. @returns whether it did */
  answerAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
    const { url = '', headers } = request;
    if (!isRead(request) || headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return false;
    if (!this.options.hosts.has(headers.host ?? '')) return false;
    const page = this.options.store.peek(url);
    if (!page || !this.isFresh(page)) return false;
    sendPage(request, response, page);
    return true;
  }

  /** Answers with a page that is kept, or to be kept. It makes what it lacks. */
  readonly answer: Handler = async (request, response) => {
    const key = isRead(request) ? this.options.keyOf(request.url ?? '/') : null;
    if (key === null) return false;
    const known = await this.#known(key);
    if (known && this.isFresh(known)) {
      sendPage(request, response, known);
      return true;
    }
    if (known && this.#isCurrent(known)) {
      // Made by an earlier build: good enough for this visitor.
      sendPage(request, response, known);
      void this.refresh(key);
      return true;
    }
    const rendered = known ? await this.#inTime(key) : await this.refresh(key);
    if (known && (!rendered || !(rendered.isKeepable || rendered.isGone))) {
      // While it was being made, the copy may have been withdrawn.
      if (!this.options.history.isWithdrawn(known)) {
        sendPage(request, response, known);
        return true;
      }
    }
    const { page, isKeepable, requestId } = rendered ?? (await this.refresh(key));
    sendPage(request, response, page, isKeepable ? [] : [['X-Request-Id', requestId]]);
    return true;
  };

  /** Whether a page can be sent as it is. */
  isFresh(page: KeptPage): boolean {
    return page.build === this.options.build && this.#isCurrent(page);
  }

  /** Makes a page anew and keeps it; those who want it at the same time wait for the same work. */
  refresh(key: string): Promise<Rendered> {
    const underway = this.#underway.get(key);
    if (underway) return underway;
    const work = this.#refresh(key).finally(() => {
      if (this.#underway.get(key) === work) this.#underway.delete(key);
    });
    this.#underway.set(key, work);
    return work;
  }

  /** To be called after something changed: nobody joins work that began before. Copies of what was withdrawn, if anything was, are removed. */
  async purged({ withdrawn }: Purge): Promise<void> {
    const { store, history } = this.options;
    this.#underway.clear();
    askAfresh();
    if (withdrawn.length > 0) await store.removeAll((page) => history.isWithdrawn(page));
  }

  async #known(key: string): Promise<KeptPage | undefined> {
    const page = await this.options.store.get(key);
    return page && this.options.history.isWithdrawn(page) ? undefined : page;
  }

  #isCurrent(page: KeptPage): boolean {
    const { history } = this.options;
    if (!this.options.isFollowing || (page.expiresAt !== null && page.expiresAt <= Date.now())) return false;
    if (this.#current.get(page) === history.moment) return true;
    if (!history.isCurrent(page) || history.isWithdrawn(page)) return false;
    this.#current.set(page, history.moment);
    return true;
  }

  /** The page as it is now, unless that takes too long; then it is made for the next visitor. */
  async #inTime(key: string): Promise<Rendered | undefined> {
    if (isCmsDown()) {
      if (isTimeToTry()) void this.refresh(key);
      return undefined;
    }
    const work = this.refresh(key);
    if (performance.now() < this.#impatientUntil) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        this.#impatientUntil = performance.now() + IMPATIENT_MS;
        resolve(undefined);
      }, PATIENCE_MS);
    });
    return Promise.race([work, late]).finally(() => {
      clearTimeout(timer);
    });
  }

  async #refresh(key: string): Promise<Rendered> {
    const { store, history, isFollowing } = this.options;
    const rendered = await render(key, history.moment, this.options);
    const { page, isKeepable, isGone } = rendered;
    const before = await store.get(key);
    // Who does not hear of changes has nothing to hold against the CMS.
    if (isFollowing && before && !history.isWithdrawn(before) && this.#doubts.arise(before, rendered)) {
      return { ...rendered, isKeepable: false, isGone: false };
    }
    if (isGone && history.isCurrent(page)) store.remove(key);
    if (!isKeepable || history.isWithdrawn(page)) return rendered;
    // Whatever changed while it was made, it may show as it was. It is made anew for the next visitor, but stands in for that until then:
    // who has seen it never sees an older one.
    if (before && before.moment > page.moment) return rendered;
    const kept = before?.etag === page.etag ? { ...page, lastModified: before.lastModified } : page;
    this.#keep(kept);
    this.#improveLater(kept);
    return { ...rendered, page: kept };
  }

  /** Compresses a page as well as can be when there is time, if it is still there: many wait for that, and none is held in memory by it. */
  #improveLater(made: KeptPage): void {
    const { store } = this.options;
    const { key } = made;
    const still = new WeakRef(made);
    whenIdle(async () => {
      const page = still.deref();
      if (!page || store.peek(key) !== page) return;
      const best = await compressBest(page);
      if (store.peek(key) === page) this.#keep(best);
    });
  }

  #keep(page: KeptPage): void {
    this.options.store.put(page, () => !this.options.history.isWithdrawn(page));
  }
}
