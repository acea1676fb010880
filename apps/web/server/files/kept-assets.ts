import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';

const KEPT_MS = 30 * 86_400_000;

/**
 * Copies a build's files with hashed names to where they outlive it: pages that an earlier build made ask for them, and the build's own folder
 * may be replaced under a running server. Those of builds that did not run for a month are removed.
 */
export function keepAssets(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const now = new Date();
  for (const name of readdirSync(from)) {
    const copy = path.join(to, name);
    if (!existsSync(copy)) cpSync(path.join(from, name), copy, { recursive: true });
    utimesSync(copy, now, now);
  }
  for (const name of readdirSync(to)) {
    const file = path.join(to, name);
    if (now.getTime() - statSync(file).mtimeMs > KEPT_MS) rmSync(file, { recursive: true });
  }
}

/** Tells one build of the server from another. */
export function buildName(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) hash.update(entry.name).update(readFileSync(path.join(entry.parentPath, entry.name)));
  }
  return hash.digest('hex').slice(0, 16);
}
