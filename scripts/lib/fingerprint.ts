import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { root } from './paths.ts';

/** Every file under some files and folders of the project, in a fixed order. What is not there is left out. */
function filesIn(paths: readonly string[], skip?: RegExp): string[] {
  return paths.flatMap((entry) => {
    const absolute = path.resolve(root, entry);
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (!stats) return [];
    if (!stats.isDirectory()) return [absolute];
    return readdirSync(absolute, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => path.join(file.parentPath, file.name))
      .filter((file) => !skip?.test(path.relative(root, file)))
      .sort();
  });
}

/** A hash that changes with the name or content of any file under `paths`. */
export function contentHash(paths: readonly string[], skip?: RegExp): string {
  const hash = createHash('sha256');
  for (const file of filesIn(paths, skip)) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** A hash that changes when a file under `paths` is added, removed or written: much quicker than one over the content. */
export function listingHash(paths: readonly string[], skip?: RegExp): string {
  const hash = createHash('sha256');
  for (const file of filesIn(paths, skip)) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(root, file)}\0${size}\0${mtimeMs}\0`);
  }
  return hash.digest('hex');
}
