import type { Core } from '@strapi/strapi';

interface Transaction {
  executionPromise?: Promise<unknown>;
  commit: (value?: unknown) => Promise<unknown>;
}

interface KnexInternals {
  context: { transaction: (...args: unknown[]) => Promise<Transaction | undefined> };
  client: { validateConnection: (connection: { open?: boolean; inTransaction?: boolean }) => boolean };
}

/**
 * Makes a failed COMMIT an error. Knex resolves `commit()` even when the database refused it and reports the failure on a promise that
 * Strapi never looks at, so a full disk would acknowledge writes that are lost.
 * On SQLite a connection whose COMMIT failed is still inside its transaction; it must not serve the next request.
 */
export function refuseFailedCommits({ db }: Core.Strapi): void {
  const { context, client } = db.connection as unknown as KnexInternals;
  // Strapi opens transactions through the context; assigning to `connection.transaction` would have no effect.
  const open = context.transaction;
  context.transaction = async function transaction(...args) {
    const trx = await open.apply(this, args);
    // Called with a handler, Knex commits by itself, reports a failure, and there is nothing to hold on to.
    const executionPromise = trx?.executionPromise;
    if (trx && executionPromise) {
      // The error is thrown by commit() below; here it only must not count as unhandled.
      executionPromise.catch(() => undefined);
      const commit = trx.commit.bind(trx);
      trx.commit = async (value) => {
        const result = await commit(value);
        await executionPromise;
        return result;
      };
    }
    return trx;
  };
  if (db.dialect.client === 'sqlite') {
    client.validateConnection = ({ open: isOpen, inTransaction }) => isOpen !== false && inTransaction !== true;
  }
}
