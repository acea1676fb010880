import { readFile } from 'node:fs/promises';
import path from 'node:path';

import pLimit from 'p-limit';

import { parseMediaPath } from '../media/address.ts';
import type { MediaLibrary } from '../media/library.ts';
import { MediaError } from '../media/media-error.ts';
import { Shelf } from '../media/shelf.ts';

import type { ShareAddress } from './address.ts';
import { findCard } from './cards.ts';

import { ContentError } from '#app/content/content-error.ts';
import type { ShareCard } from '#app/models/share-card.ts';
import { shareHash } from '#app/seo/share-image.server.ts';

/** Pictures of some thousand articles; those that nobody shares make room. */
const MAX_BYTES = 512 * 1024 ** 2;
/** Whoever comes later is asked to try again. */
const MAX_WAITING = 20;

/** What is to be said of an address: the file that stands there, or another hash that holds now, or that nothing does. */
export type FoundShareImage =
  { found: 'file'; file: string } | { found: 'changed'; hash: string } | { found: 'nothing' } | { found: 'unavailable' };

/**
 * The pictures that stand for pages where somebody shares them: drawn when they are first asked for, one at a time, then served from disk.
 * Only what a public page shows now is ever drawn, so nobody can ask for endless ones.
 */
export class ShareImages {
  readonly #shelf: Shelf;
  readonly #underway = new Map<string, Promise<string>>();
  readonly #drawing = pLimit(1);

  constructor(
    readonly folder: string,
    private readonly library: MediaLibrary,
  ) {
    this.#shelf = new Shelf(folder, MAX_BYTES);
  }

  /** What stands at an address. While the CMS is away, what was drawn before. */
  async find({ slug, hash }: ShareAddress): Promise<FoundShareImage> {
    const file = nameOf({ slug, hash });
    try {
      const card = await findCard(slug);
      if (!card) {
        if (slug !== null) await this.withdraw(slug);
        return { found: 'nothing' };
      }
      const present = shareHash(card);
      if (present !== hash) return { found: 'changed', hash: present };
      return { found: 'file', file: this.#shelf.has(file) ? file : await this.#once(file, card) };
    } catch (error) {
      if (!(error instanceof ContentError || error instanceof MediaError)) throw error;
      return this.#shelf.has(file) ? { found: 'file', file } : { found: 'unavailable' };
    }
  }

  /** Removes the pictures of an article that is public no more. */
  async withdraw(slug: string): Promise<void> {
    for (const name of this.#shelf.names().filter((one) => one.startsWith(`${slug}/`))) await this.#shelf.remove(name);
  }

  #once(file: string, card: ShareCard): Promise<string> {
    const underway = this.#underway.get(file);
    if (underway) return underway;
    if (this.#drawing.pendingCount > MAX_WAITING) throw new MediaError('unavailable', file, 'too many pictures wait to be drawn');
    const work = this.#drawing(() => this.#draw(file, card)).finally(() => this.#underway.delete(file));
    this.#underway.set(file, work);
    return work;
  }

  async #draw(file: string, card: ShareCard): Promise<string> {
    const cover = await this.#coverOf(card);
    // What draws is large, and most servers' first visitor wants a page.
    const { drawCard } = await import('./draw.tsx');
    const png = await drawCard(card, cover);
    try {
      await this.#shelf.put(file, png);
    } catch (cause) {
      throw new MediaError('unavailable', file, cause);
    }
    return file;
  }

  async #coverOf({ cover }: ShareCard): Promise<Buffer | null> {
    const address = cover === null ? null : parseMediaPath(cover);
    if (!address) return null;
    try {
      return await readFile(path.join(this.library.folder, await this.library.obtain(address)));
    } catch (error) {
      if (error instanceof MediaError && error.kind === 'missing') return null;
      throw error;
    }
  }
}

/** One folder for each article; an article cannot be called what the site's own is. */
function nameOf({ slug, hash }: ShareAddress): string {
  return slug === null ? `~site/${hash}.png` : `${slug}/${hash}.png`;
}
