import { readFileSync, renameSync, writeFileSync } from 'node:fs';

import * as v from 'valibot';

import type { PageFacts } from './kept-page.ts';

const places = v.record(v.string(), v.number());
const stored = v.object({
  moment: v.number(),
  cursor: v.nullable(v.string()),
  everything: v.number(),
  changed: places,
  withdrawn: places,
});

type Made = Pick<PageFacts, 'tags' | 'moment'>;

/** What to purge: by tag, or everything. `withdrawn` are those of which no copy may stay. */
export interface Purge {
  changed: readonly string[] | 'everything';
  withdrawn: readonly string[];
}

/** More tags than this are taken for everything. */
const MAX_TAGS = 10_000;

/**
 * What changed in the CMS, and when, counted in moments of this server: a page is current if nothing that it read changed after the moment in
 * which its making began. So a purge costs nothing per page, and a page that was being made meanwhile can be told.
 * Every step is on disk before any page can refer to it; a restart goes on from there.
 */
export class History {
  #moment = 1;
  #cursor: string | null = null;
  #everything = 0;
  #changed = new Map<string, number>();
  #withdrawn = new Map<string, number>();

  constructor(private readonly file: string) {
    const known = read(file);
    if (!known) {
      // What was kept without this file may be older than anything.
      this.#everything = this.#moment = Date.now();
      return;
    }
    this.#moment = known.moment;
    this.#cursor = known.cursor;
    this.#everything = known.everything;
    this.#changed = new Map(Object.entries(known.changed));
    this.#withdrawn = new Map(Object.entries(known.withdrawn));
  }

  /** Now. */
  get moment(): number {
    return this.#moment;
  }

  /** How far the change feed was read; null before that began. */
  get cursor(): string | null {
    return this.#cursor;
  }

  /** Notes what changed, and up to where the feed is read now. */
  advance({ changed, withdrawn }: Purge, cursor: string | null): void {
    if (changed === 'everything' || changed.length > 0 || withdrawn.length > 0) {
      this.#moment++;
      if (changed === 'everything' || this.#changed.size + changed.length > MAX_TAGS) {
        this.#everything = this.#moment;
        this.#changed.clear();
      } else {
        for (const tag of [...changed, '*']) this.#changed.set(tag, this.#moment);
      }
      for (const tag of withdrawn) this.#withdrawn.set(tag, this.#moment);
      // The longest withdrawn come first; their copies are long gone.
      for (const tag of this.#withdrawn.keys()) if (this.#withdrawn.size > MAX_TAGS) this.#withdrawn.delete(tag);
    }
    this.#cursor = cursor;
    this.#write();
  }

  /** Whether nothing that a page read has changed since. */
  isCurrent({ tags, moment }: Made): boolean {
    return moment >= this.#everything && !tags.some((tag) => (this.#changed.get(tag) ?? 0) > moment);
  }

  /** Whether something changed since a page was made. */
  hasChanged(tag: string, { moment }: Pick<Made, 'moment'>): boolean {
    return moment < this.#everything || (this.#changed.get(tag) ?? 0) > moment;
  }

  /** Whether nothing is known of what happened to a page since it was made, because the feed began anew. */
  isForgotten({ moment }: Pick<Made, 'moment'>): boolean {
    return moment < this.#everything;
  }

  /** Whether a page shows something that was withdrawn since. */
  isWithdrawn({ tags, moment }: Made): boolean {
    return this.#withdrawn.size > 0 && tags.some((tag) => (this.#withdrawn.get(tag) ?? 0) > moment);
  }

  #write(): void {
    const state: v.InferOutput<typeof stored> = {
      moment: this.#moment,
      cursor: this.#cursor,
      everything: this.#everything,
      changed: Object.fromEntries(this.#changed),
      withdrawn: Object.fromEntries(this.#withdrawn),
    };
    writeFileSync(`${this.file}.part`, JSON.stringify(state));
    renameSync(`${this.file}.part`, this.file);
  }
}

function read(file: string): v.InferOutput<typeof stored> | null {
  try {
    return v.parse(stored, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
