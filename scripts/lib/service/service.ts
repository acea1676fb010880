import { spawn } from 'node:child_process';
import type { Server } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

import type { LogFile } from './log-file.ts';
import { memoryHabits } from './memory.ts';

/** How to start a server. */
export interface ServiceSpec {
  /** What people call it, as in "The CMS". */
  name: string;
  /** What Node runs, and its arguments. */
  args: string[];
  cwd: string;
  env: Record<string, string | undefined>;
  log: LogFile;
  /** Each line it writes. */
  onLine?: (line: string) => void;
  /** Each message it sends over its channel, and the socket that came with it. */
  onMessage?: (message: unknown, socket?: Server) => void;
}

/** A server that runs as a child of this process. */
export interface Service {
  name: string;
  log: LogFile;
  /** Settles when the process is gone, with the words for how it ended. */
  ended: Promise<string>;
  hasEnded: () => boolean;
  /** The last lines it wrote. */
  lastLines: () => string[];
  /** Sends a message, and a socket with it, over its channel. `sent` is called once both are on their way. */
  send: (message: object, socket?: Server, sent?: () => void) => void;
  /** Asks it to end, and makes it end if it takes longer than `graceMs`. */
  stop: (graceMs: number) => Promise<void>;
}

const KEPT_LINES = 20;
const preload = fileURLToPath(new URL('child.cjs', import.meta.url));

/** Starts a server in a process group of its own, so that Ctrl-C reaches only the script, which then ends its servers in order. */
export function startService({ name, args, cwd, env, log, onLine, onMessage }: ServiceSpec): Service {
  const child = spawn(process.execPath, ['--require', preload, ...args], {
    cwd,
    env: { ...memoryHabits, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const lines: string[] = [];
  const take = (line: string) => {
    log.write(`${stripVTControlCharacters(line)}\n`);
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    onLine?.(line);
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', take);
  child.on('message', (message, socket) => onMessage?.(message, socket as Server | undefined));

  let gone = false;
  const ended = new Promise<string>((resolve) => {
    const settle = (how: string) => {
      gone = true;
      log.close();
      resolve(how);
    };
    child.once('error', (error) => {
      settle(error.message);
    });
    child.once('close', (code, signal) => {
      settle(signal === null ? `exit code ${String(code)}` : `signal ${signal}`);
    });
  });

  return {
    name,
    log,
    ended,
    hasEnded: () => gone,
    lastLines: () => [...lines],
    send: (message, socket, sent) => {
      if (!gone) child.send(message, socket, {}, () => sent?.());
    },
    stop: async (graceMs) => {
      if (gone) return;
      child.kill('SIGTERM');
      const patience = setTimeout(() => {
        killGroup(child.pid);
      }, graceMs);
      await ended;
      clearTimeout(patience);
    },
  };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}
