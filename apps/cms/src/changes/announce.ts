import { EventEmitter } from 'node:events';

import type { Core } from '@strapi/strapi';

import { isSqlite } from '../database/dialect';
import type { Transaction } from '../publishing/turn';

/** The channel on which PostgreSQL tells every CMS of a change, at the moment it is committed. */
export const CHANNEL = 'public_changes';

const signal = new EventEmitter().setMaxListeners(0);

/** Tells whoever waits for changes that there are some, once they are committed. */
export async function announceChanges(
  strapi: Core.Strapi,
  trx: Transaction,
  onCommit: (callback: () => void) => void,
): Promise<void> {
  onCommit(wakeReaders);
  if (!isSqlite(strapi)) await trx.raw(`NOTIFY ${CHANNEL}`);
}

/** Wakes every reader of this process. */
export function wakeReaders(): void {
  signal.emit('change');
}

/** Calls back after each change. @returns how to stop */
export function onChange(callback: () => void): () => void {
  signal.on('change', callback);
  return () => signal.off('change', callback);
}
