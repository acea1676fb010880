import { readFileSync } from 'node:fs';
import path from 'node:path';

import * as v from 'valibot';

import type { Shelf } from './shelf.ts';

/** What a file held when it was asked for under a version. */
interface Edition {
  /** Null: under its bare name. */
  version: string | null;
  /** The hash of its content. */
  content: string;
  /** When it was fetched, in milliseconds. */
  at: number;
}

/** Old addresses live on in pages that someone kept; more of them than this are made up. */
const KEPT = 4;

const stored = v.array(v.object({ version: v.nullable(v.string()), content: v.string(), at: v.number() }));

/** Which content a file of the media library has in each of its versions. Written to disk, so that it outlives a restart. */
export class Editions {
  readonly #known = new Map<string, Edition[]>();

  constructor(private readonly shelf: Shelf) {}

  /** The content of a file in a version, if it was fetched before. */
  find(file: string, version: string | null): Edition | undefined {
    return this.#of(file).find((edition) => edition.version === version);
  }

  /** What a file held when it was fetched last, under whatever version. */
  latest(file: string): Edition | undefined {
    return this.#of(file)[0];
  }

  /** Notes what was fetched. Of the versions of one file only the latest few are remembered. */
  async note(file: string, edition: Edition): Promise<void> {
    const others = this.#of(file).filter(({ version }) => version !== edition.version);
    const editions = [edition, ...others].slice(0, KEPT);
    this.#known.set(file, editions);
    await this.shelf.put(nameOf(file), Buffer.from(JSON.stringify(editions)));
  }

  /** The hashes of everything that a file was known to hold. */
  contentsOf(file: string): string[] {
    return [...new Set(this.#of(file).map(({ content }) => content))];
  }

  /** Forgets a file. */
  async forget(file: string): Promise<void> {
    this.#known.delete(file);
    await this.shelf.remove(nameOf(file));
  }

  #of(file: string): Edition[] {
    const known = this.#known.get(file) ?? (this.shelf.has(nameOf(file)) ? this.#read(file) : []);
    if (known.length > 0) this.#known.set(file, known);
    return known;
  }

  #read(file: string): Edition[] {
    try {
      return v.parse(stored, JSON.parse(readFileSync(path.join(this.shelf.folder, nameOf(file)), 'utf8')));
    } catch {
      // A note that cannot be read is made again: the file is fetched once more.
      return [];
    }
  }
}

function nameOf(file: string): string {
  return `editions/${file}.json`;
}
