import { connect, createServer } from 'node:net';

import { Problem } from './problem.ts';

/** Where a server is to listen, and the names of the settings that say so. */
export interface Place {
  host: string;
  port: number;
  hostSetting: string;
  portSetting: string;
}

/**
 * Makes sure that a server will be able to listen.
 * @throws {Problem} that says which setting to change, if it will not
 */
export async function expectFree(place: Place): Promise<void> {
  const { host, port, hostSetting, portSetting } = place;
  // A program that listens on every address does not always stop another one from taking a single one of them.
  const code = (await answers(port)) ? 'EADDRINUSE' : await tryToListen(place);
  switch (code) {
    case null:
      return;
    case 'EADDRINUSE':
      throw new Problem(`Port ${port} is taken by another program: stop it, or set ${portSetting}=${port + 1}.`);
    case 'EACCES':
      throw new Problem(`Port ${port} is kept for administrators by this system: set ${portSetting} to one above 1023.`);
    default:
      throw new Problem(
        `Nothing can listen on "${host}" here (${code}): set ${hostSetting} to an address of this machine, such as 127.0.0.1.`,
      );
  }
}

function tryToListen({ host, port }: Place): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message);
    });
    probe.listen({ host, port, exclusive: true }, () => {
      probe.close(() => {
        resolve(null);
      });
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: 'localhost', port, timeout: 1_000 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => {
      settle(true);
    });
    socket.once('error', () => {
      settle(false);
    });
    socket.once('timeout', () => {
      settle(false);
    });
  });
}
