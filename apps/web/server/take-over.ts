import type { Server } from 'node:net';

import { report } from './report.ts';

/** On the command line of a server that is started while another one still serves. */
const TAKE_OVER = '--take-over';

/**
 * For a server that takes the place of another: waits, with everything loaded, until it is given the other one's socket. Undefined for one
 * that begins by itself. Visitors wait in the socket from here on, so whoever gets it listens without waiting for anything else.
 */
export async function socketBefore(): Promise<Server | undefined> {
  if (!process.argv.includes(TAKE_OVER)) return undefined;
  // Nothing else keeps this process alive yet.
  process.channel?.ref();
  report({ event: 'waiting' });
  const socket = await new Promise<Server>((resolve) => {
    process.once('message', (_message, handle) => {
      resolve(handle as Server);
    });
  });
  process.channel?.unref();
  return socket;
}

/**
 * Gives the socket away when whoever started this server asks for it, for the server after this one.
 * @param release is done first: what only one server may have
 * @param leave is done afterwards
 */
export function handOver(server: Server, release: () => Promise<void>, leave: () => void): void {
  process.on('message', (message: { event?: string }) => {
    if (message.event !== 'hand-over') return;
    void release().then(() => {
      process.send?.({ event: 'handed-over' }, server, {}, leave);
    });
  });
}
