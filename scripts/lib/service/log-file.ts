import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

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
  const begin = () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    renameIfThere(file, path.join(folder, `${name}.previous.log`));
    return openSync(file, 'w', 0o600);
  };
  let handle: number | null = begin();
  let written = 0;
  return {
    path: file,
    write: (text) => {
      if (handle === null) return;
      if (written > MAX_BYTES) {
        closeSync(handle);
        handle = begin();
        written = 0;
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
