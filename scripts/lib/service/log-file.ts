import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

import { shown } from '../paths.ts';
import { Problem } from '../problem.ts';

const MAX_BYTES = 10 * 1024 * 1024;

/** A file that a server's output goes to. It never outgrows its limit: beyond it, the file before this one gives way. */
export interface LogFile {
  path: string;
  write: (text: string) => void;
  close: () => void;
}

/** Begins a new log file; that of the run before is kept beside it, as `<name>.previous.log`. */
export function openLogFile(folder: string, name: string): LogFile {
  const file = path.join(folder, `${name}.log`);
  const previous = path.join(folder, `${name}.previous.log`);
  let handle: number | null = null;
  let written = 0;
  const begin = () => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      renameIfThere(file, previous);
      written = 0;
      return openSync(file, 'w', 0o600);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new Problem(
        `The folder ${shown(folder)} cannot be written (${String(code)}): make it writable, or set CMS_DATA_DIR.`,
      );
    }
  };
  handle = begin();
  return {
    path: file,
    write: (text) => {
      if (handle === null) return;
      if (written > MAX_BYTES) {
        closeSync(handle);
        handle = begin();
      }
      written += writeSync(handle, text);
    },
    close: () => {
      if (handle !== null) closeSync(handle);
      handle = null;
    },
  };
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
