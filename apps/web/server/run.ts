import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Server } from 'node:http';

import { report } from './report.ts';

import { env } from '#app/config/env.server.ts';

const DRAIN_MS = 4_000;
const CLOSE_IDLE_MS = 50;

/** Ends the process with one sentence for the person who started it. */
function refuseToStart(reason: string): never {
  process.stderr.write(`The site cannot start: ${reason}\n`);
  process.exit(1);
}

/** Makes a folder that the server writes to, or ends the process. */
export function writableFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    refuseToStart(`the folder ${folder} cannot be written. Make it writable, or set WEB_DATA_DIR to another folder.`);
  }
}

/** Listens where the environment says, until the process is asked to stop. `onStop` ends what else is running. */
export function run(server: Server, onStop: () => Promise<void> = () => Promise.resolve()): void {
  server.once('error', (error: NodeJS.ErrnoException) => {
    refuseToStart(whyNotListening(error));
  });
  server.listen(env.port, env.host, () => {
    report({ event: 'ready', url: env.siteUrl });
  });
  const stop = once(() => {
    void Promise.all([drain(server), onStop()]).then(() => process.exit(0));
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      // Ctrl-C reaches this process and its parent, whose own SIGTERM may follow: only a repeated signal means "at once".
      process.once(signal, () => process.exit(1));
      stop();
    });
  }
  process.once('disconnect', stop);
}

function whyNotListening({ code, message }: NodeJS.ErrnoException): string {
  const { host, port } = env;
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is taken. Stop the program that uses it, or set PORT to another one.`;
    case 'EACCES':
      return `port ${port} may not be used by this user. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `"${host}" is no address of this machine. Set HOST to one that is, such as localhost or 0.0.0.0.`;
    default:
      return `it cannot listen on ${host}, port ${port} (${message}).`;
  }
}

/** Takes no more visitors, lets those inside finish, and cuts off whoever takes too long. */
async function drain(server: Server): Promise<void> {
  // A connection that was busy at first and is idle now would otherwise stay open until its visitor leaves.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, CLOSE_IDLE_MS);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, DRAIN_MS);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(idle);
  clearTimeout(cut);
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}
