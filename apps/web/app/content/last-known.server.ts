import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { print, type DocumentNode } from 'graphql';

import { ContentError } from './content-error.ts';
import { noteFailure } from './dependencies.server.ts';

import { env } from '#app/config/env.server.ts';
import { log } from '#app/http/log.server.ts';

/** So long an answer may take before the last one is given. */
const PATIENCE_MS = 500;

/**
 * The last answer to a question that is the same for everybody, kept over restarts: for what helps on pages that are never kept themselves
 * while the CMS cannot answer.
 */
export class LastKnown<T> {
  readonly #question: DocumentNode;
  readonly #ask: () => Promise<T>;
  readonly #file: string;
  #known: { answer: T } | null = null;
  #kept = '';
  /** One after the other, so that what was answered last stands last. */
  #writing = Promise.resolve();

  /** @param question what is asked: an answer to another one, as after an update, is not used */
  constructor(name: string, question: DocumentNode, ask: () => Promise<T>) {
    this.#question = question;
    this.#ask = ask;
    this.#file = path.join(env.dataDir, 'answers', `${name}.json`);
  }

  /** Asks, and remembers. @throws {ContentError} */
  async ask(): Promise<T> {
    const answer = await this.#ask();
    this.#known = { answer };
    this.#writing = this.#writing.then(() => this.#write(answer));
    return answer;
  }

  /** The answer, or the last one where the CMS gives none, or none soon; null if there never was one. */
  async askPatiently(): Promise<T | null> {
    const asked = this.ask().then(
      () => 'answered' as const,
      (error: unknown) => {
        if (!(error instanceof ContentError)) throw error;
        return 'failed' as const;
      },
    );
    // Without any answer yet, this one is worth waiting for.
    const known = this.#known ?? (await this.#read());
    if (known && (await Promise.race([asked, sleep(PATIENCE_MS, 'late' as const, { ref: false })])) === 'late') noteFailure();
    else await asked;
    return this.last();
  }

  /** The last answer; null if there never was one. Asks nobody. */
  async last(): Promise<T | null> {
    return (this.#known ?? (await this.#read()))?.answer ?? null;
  }

  async #write(answer: T): Promise<void> {
    const text = JSON.stringify({ question: print(this.#question), answer });
    if (text === this.#kept) return;
    try {
      await mkdir(path.dirname(this.#file), { recursive: true });
      const unfinished = `${this.#file}.${process.pid}`;
      await writeFile(unfinished, `${checksum(text)}\n${text}`);
      await rename(unfinished, this.#file);
      this.#kept = text;
    } catch (cause) {
      log.error('answer not kept', { cause });
    }
  }

  async #read(): Promise<{ answer: T } | null> {
    const [sum, text] = split(await readFile(this.#file, 'utf8').catch(() => ''));
    if (this.#known || sum === '') return this.#known;
    if (sum !== checksum(text)) {
      log.error('a kept answer is damaged and was set aside', { file: this.#file });
      await rename(this.#file, `${this.#file}.damaged`).catch(() => undefined);
      return null;
    }
    const { question, answer } = JSON.parse(text) as { question: string; answer: T };
    if (question !== print(this.#question)) return null;
    this.#known = { answer };
    return this.#known;
  }
}

function split(file: string): [sum: string, text: string] {
  const end = file.indexOf('\n');
  return end === -1 ? ['', ''] : [file.slice(0, end), file.slice(end + 1)];
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
