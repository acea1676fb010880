import type { Core } from '@strapi/strapi';

import { FeedWriter, type Change } from '../changes/feed';
import { isAddressed, pageOf } from '../contract/addresses';
import { SearchIndex } from '../search';

import { listArticle, unlistArticle } from './article-list';
import { keepDocument } from './document-table';
import { recordFacts } from './facts';
import { isOnlyIfUsed, type Ref } from './kinds';
import { readPublic, type Snapshot } from './read-public';
import { Redirects } from './redirects';
import { keepReferences } from './reference-table';
import type { Transaction } from './turn';

/** What a write did to a document as visitors see it. */
export interface Settled {
  ref: Ref;
  before: Change | null;
  now: Snapshot | null;
}

/**
 * Brings everything that is derived from public documents in step with them, within one transaction: the change feed, what refers to what,
 * lists, search and redirects. It compares what visitors see now with what the feed last said of it, so it serves a single publish as well
 * as making everything anew.
 */
export class Settlement {
  readonly feed: FeedWriter;
  readonly redirects: Redirects;
  private readonly searchIndex: SearchIndex;

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly trx: Transaction,
  ) {
    this.feed = new FeedWriter(trx);
    this.redirects = new Redirects(strapi);
    this.searchIndex = new SearchIndex(strapi, trx);
  }

  /**
   * Settles documents, and those that become or cease to be public with them.
   * @param isWritten whether somebody has just saved or published them, which counts as a change even if nothing differs
   * @returns what was done to each of `refs`
   */
  async settle(refs: Ref[], isWritten: boolean): Promise<Settled[]> {
    const settled: Settled[] = [];
    const queue = refs.map((ref) => ({ ref, isWritten }));
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { result, affected } = await this.settleOne(next.ref, next.isWritten);
      if (settled.length < refs.length) settled.push(result);
      queue.push(...affected);
    }
    return settled;
  }

  /** Says that public documents changed, though nobody wrote them: a file that they show has changed. */
  async touch(refs: Ref[]): Promise<void> {
    for (const ref of refs) {
      const before = await this.feed.last(ref);
      if (!before?.isLive) continue;
      const now = await readPublic(this.strapi, this.trx, ref, () => Promise.resolve());
      await keepDocument(this.trx, ref, now?.row ?? null);
      await this.feed.live(ref, before, before);
    }
  }

  private async settleOne(
    ref: Ref,
    isWritten: boolean,
  ): Promise<{ result: Settled; affected: { ref: Ref; isWritten: boolean }[] }> {
    const before = await this.feed.last(ref);
    const now = await readPublic(this.strapi, this.trx, ref, async (row) => {
      const { type } = ref;
      if (isWritten && (type === 'article' || type === 'clinic')) await recordFacts(this.strapi, this.trx, type, row);
    });
    const differing = now || before?.isLive ? await keepReferences(this.trx, ref, now?.references ?? []) : [];
    if (now || before?.isLive) await keepDocument(this.trx, ref, now?.row ?? null);
    const used = differing.flatMap(({ type, target }) =>
      isOnlyIfUsed(type) ? [{ ref: { type, documentId: target }, isWritten: false }] : [],
    );
    const moved = await this.follow(ref, before, now, isWritten);
    return {
      result: { ref, before, now },
      affected: [...used, ...moved.map((redirect) => ({ ref: redirect, isWritten: true }))],
    };
  }

  /** Lets feed, lists and redirects follow what happened. @returns the redirects that were written */
  private async follow(ref: Ref, before: Change | null, now: Snapshot | null, isWritten: boolean): Promise<Ref[]> {
    if (now) {
      const rowId = now.row.id;
      if (ref.type === 'article') await this.searchIndex.put(await listArticle(this.trx, now.row), now.row);
      const isKnown =
        before?.isLive === true && before.rowId === rowId && before.version === now.version && before.slug === now.slug;
      if (isWritten || !isKnown) await this.feed.live(ref, before, { slug: now.slug, rowId, version: now.version });
      return this.redirect(ref, before, now.slug);
    }
    if (!before?.isLive) return [];
    if (ref.type === 'article') {
      const number = await unlistArticle(this.trx, ref.documentId);
      if (number !== null) await this.searchIndex.remove(number);
    }
    await this.feed.withdrawn(before);
    return this.redirect(ref, before, null);
  }

  private async redirect({ type }: Ref, before: Change | null, slug: string | null): Promise<Ref[]> {
    if (!isAddressed(type) || type === 'media') return [];
    const from = before?.slug == null ? null : pageOf(type, before.slug);
    if (slug === null) return from !== null && (type === 'article' || type === 'category') ? this.redirects.gone(from) : [];
    const to = pageOf(type, slug);
    const taken = from === to && before?.isLive ? [] : await this.redirects.taken(to);
    return from === null || from === to ? taken : [...taken, ...(await this.redirects.moved(from, to))];
  }
}
