import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';

import { report } from './report.ts';
import { handOver } from './take-over.ts';

import { env } from '#app/config/env.server.ts';

const DRAIN_MS = 4_000;
const CLOSE_IDLE_MS = 50;
/** Visitors who are just about to ask again on a connection they have, get an answer first, and hear that it is the last one. */
const LINGER_MS = 1_000;

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

/** What else there is to running a server. */
export interface RunOptions {
  /** Ends what else is running. */
  onStop: () => Promise<void>;
  /** The socket of the server whose place this one takes. */
  socket?: NetServer | undefined;
}

/** Listens where the environment says, until the process is asked to stop or to hand over. */
export function run(server: Server, { onStop, socket }: RunOptions): void {
  server.once('error', (error: NodeJS.ErrnoException) => {
    refuseToStart(whyNotListening(error));
  });
  const ready = () => {
    report({ event: 'ready', url: env.siteUrl });
  };
  if (socket) server.listen(socket, ready);
  else server.listen(env.port, env.host, ready);
  const stop = once(() => {
    void Promise.all([drain(server), onStop()]).then(() => process.exit(0));
  });
  handOver(server, onStop, () => {
    void drain(server, LINGER_MS).then(() => process.exit(0));
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
async function drain(server: Server, lingerMs = 0): Promise<void> {
  const begun = performance.now();
  // A connection that was busy at first and is idle now would otherwise stay open until its visitor leaves.
  const idle = setInterval(() => {
    if (performance.now() - begun >= lingerMs) server.closeIdleConnections();
  }, CLOSE_IDLE_MS);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, DRAIN_MS);
  // An HTTP server's own `close` ends idle connections at once.
  await new Promise((resolve) => NetServer.prototype.close.call(server, resolve));
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
