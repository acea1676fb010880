import type { Core } from '@strapi/strapi';

import { isSqlite } from '../database/dialect';

import { CHANNEL, wakeReaders } from './announce';

/** A connection of its own to PostgreSQL, as Knex's client makes it. */
interface Connection {
  on: (event: 'notification' | 'error' | 'end', listener: () => void) => void;
  query: (sql: string) => Promise<unknown>;
}

interface Connector {
  acquireRawConnection: () => Promise<Connection>;
  destroyRawConnection: (connection: Connection) => Promise<void>;
}

const RETRY_MS = 1_000;

/**
 * Hears of changes that another CMS on the same database commits. Nothing to do on SQLite, which only one CMS writes to.
 * @returns how to stop
 */
export function listenForChanges(strapi: Core.Strapi): () => Promise<void> {
  if (isSqlite(strapi)) return () => Promise.resolve();
  const connector = strapi.db.connection.client as unknown as Connector;
  let connection: Connection | undefined;
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;

  const again = () => {
    connection = undefined;
    if (isStopped) return;
    clearTimeout(retry);
    retry = setTimeout(() => void connect(), RETRY_MS);
  };
  const connect = async (): Promise<void> => {
    try {
      connection = await connector.acquireRawConnection();
      connection.on('notification', wakeReaders);
      connection.on('error', again);
      connection.on('end', again);
      await connection.query(`LISTEN ${CHANNEL}`);
      // Something may have been committed while nobody listened.
      wakeReaders();
    } catch {
      again();
    }
  };
  void connect();
  return async () => {
    isStopped = true;
    clearTimeout(retry);
    if (connection) await connector.destroyRawConnection(connection).catch(() => undefined);
  };
}
