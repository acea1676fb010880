import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Stands in the data folder while what it holds is being exchanged: whoever finds it knows that an exchange was cut short. */
const MARK = 'restore-under-way';

/** Whether an exchange in this data folder was cut short. */
export const isHalfExchanged = (dataDir: string): boolean => existsSync(path.join(dataDir, MARK));

/**
 * Puts what was prepared in `staged` in the place of what a data folder holds, by renaming only; what was there goes to `aside`. Both lie
 * in the data folder, so that all of it happens on one disk. If something cannot be renamed, all is as it was.
 * @param names what to exchange, as paths in the data folder
 */
export function exchange(
  dataDir: string,
  { staged, aside, names }: { staged: string; aside: string; names: readonly string[] },
): void {
  const mark = path.join(dataDir, MARK);
  const done: [from: string, to: string][] = [];
  const move = (from: string, to: string) => {
    if (!existsSync(from)) return;
    mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
    renameSync(from, to);
    done.unshift([from, to]);
  };
  writeFileSync(mark, '');
  try {
    for (const name of names) move(path.join(dataDir, name), path.join(aside, name));
    for (const name of names) move(path.join(staged, name), path.join(dataDir, name));
  } catch (error) {
    for (const [from, to] of done) renameSync(to, from);
    throw error;
  } finally {
    rmSync(mark);
  }
}
