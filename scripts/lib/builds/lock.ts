import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { root } from '../paths.ts';

/**
 * Lets one process at a time do something; the others wait.
 * @returns how to let the next one in
 */
export async function waitForTurn(name: string): Promise<() => void> {
  const lock = path.join(root, 'node_modules/.cache', `${name.replaceAll(/[^\w-]+/g, '-')}.lock`);
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!isTaken(lock)) await sleep(200);
  return () => {
    rmSync(lock, { force: true });
  };
}

function isTaken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // Whoever held it was killed.
    if (!isAlive(holder(lock))) rmSync(lock, { force: true });
    return false;
  }
}

function holder(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  // Between its making and its writing the lock is empty: somebody is just taking it.
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
