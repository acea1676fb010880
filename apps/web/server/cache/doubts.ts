import { LRUCache } from 'lru-cache';

import type { History } from './history.ts';
import type { KeptPage } from './kept-page.ts';
import type { Rendered } from './render.ts';

import { log } from '#app/http/log.server.ts';

/** Who says the same for so long is believed, whatever the change feed told. */
const BELIEVED_AFTER_MS = 600_000;
const MAX_PAGES = 10_000;

/**
 * Finds answers that are well-formed and yet cannot be true: the CMS says that nothing stands where a page stood, or that a list is empty that
 * was not, and its change feed never told of anything that would explain it. So speaks a CMS that lost its database or began on another one.
 */
export class Doubts {
  readonly #since = new LRUCache<string, number>({ max: MAX_PAGES });

  constructor(private readonly history: Pick<History, 'hasChanged' | 'isCurrent' | 'isForgotten'>) {}

  /** Whether a page should stay rather than give way to what was made in its place. */
  arise(known: KeptPage, made: Pick<Rendered, 'page' | 'isKeepable' | 'isGone'>): boolean {
    if (!this.#isUnexplained(known, made)) {
      if (made.isKeepable || made.isGone) this.#since.delete(known.key);
      return false;
    }
    const since = this.#since.get(known.key);
    if (since === undefined) {
      this.#since.set(known.key, performance.now());
      log.error('the CMS contradicts its change feed, what was known stays for now', { path: known.key });
      return true;
    }
    return performance.now() - since < BELIEVED_AFTER_MS;
  }

  #isUnexplained(known: KeptPage, { page, isKeepable, isGone }: Pick<Rendered, 'page' | 'isKeepable' | 'isGone'>): boolean {
    if (this.history.isForgotten(known)) return false;
    if (isGone) {
      // A page of a list ends with the list, and a move with what stood at its end; anything else is withdrawn first.
      const mayEnd = known.key.includes('?') || known.status !== 200;
      return !(mayEnd && !this.history.isCurrent(known));
    }
    return isKeepable && known.status === 200 && page.build === known.build && this.#isEmptied(known.tags, page.tags, known);
  }

  /** Whether every document of a kind is missing, though none of them changed, and nothing else on the page that may have led to them. */
  #isEmptied(before: readonly string[], after: readonly string[], known: KeptPage): boolean {
    const kinds = new Set(before.filter((tag) => tag.includes(':')).map(kindOf));
    for (const tag of after) if (tag.includes(':')) kinds.delete(kindOf(tag));
    return [...kinds].some((kind) => {
      const lost = before.filter((tag) => tag.startsWith(`${kind}:`));
      const others = before.filter((tag) => (tag.includes(':') || tag === 'clinic') && !lost.includes(tag));
      const hasChanged = (tag: string) => this.history.hasChanged(tag, known);
      return !lost.every(hasChanged) && !others.some(hasChanged);
    });
  }
}

function kindOf(tag: string): string {
  return tag.slice(0, tag.indexOf(':'));
}
