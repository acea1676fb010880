import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';

const program = fileURLToPath(new URL('feed-reader.mjs', import.meta.url));

/** Somebody in a process of their own who keeps a copy of everything public, and who is killed again and again. */
export class FeedCopy {
  kills = 0;
  private readonly file: string;

  constructor(
    folder: string,
    private readonly token: string,
  ) {
    this.file = path.join(folder, 'copy.json');
  }

  /** Reads along and is killed at random moments, until it is told to stop. @returns how to stop */
  readAndDie(url: string): () => Promise<void> {
    let isStopped = false;
    const lives = (async () => {
      while (!isStopped) {
        const reader = execa('node', [program, url, this.token, this.file], { reject: false, stdio: 'ignore' });
        const life = sleep(500 + Math.random() * 5_000);
        while (!isStopped && (await Promise.race([life.then(() => false), sleep(50).then(() => true)])));
        reader.kill('SIGKILL');
        await reader;
        this.kills++;
      }
    })();
    return async () => {
      isStopped = true;
      await lives;
    };
  }

  /** Reads to the end of the feed. @returns the copy, by type and identifier */
  async catchUp(url: string): Promise<Map<string, string>> {
    await execa('node', [program, url, this.token, this.file, 'once']);
    const { copy } = JSON.parse(readFileSync(this.file, 'utf8')) as { copy: Record<string, string> };
    return new Map(Object.entries(copy));
  }
}
