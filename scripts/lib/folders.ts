import { accessSync, constants, mkdirSync } from 'node:fs';

import { shown } from './paths.ts';
import { Problem } from './problem.ts';

/**
 * Makes sure that a folder is there and can be written. One that is made is for its owner only.
 * @param setting names what says where it is
 */
export function expectWritable(folder: string, setting: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Problem(
      `The folder ${shown(folder)} cannot be written (${String(code)}): make it writable, or set ${setting} to one that is.`,
    );
  }
}
