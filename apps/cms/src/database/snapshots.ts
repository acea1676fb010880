import type { Core } from '@strapi/strapi';
import Database from 'better-sqlite3';

import { toSql, type Reading } from './query';

const MOST_STATEMENTS = 200;

interface Knex {
  client: { config: { connection: { filename: string } } };
  emit: (event: 'query', query: { sql: string; bindings: readonly unknown[] }) => void;
}

/** Reads from the embedded database beside the one connection that writes: each reading sees what was committed when it began. */
class Snapshots {
  private readonly database: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();

  constructor(private readonly knex: Knex) {
    this.database = new Database(knex.client.config.connection.filename, { readonly: true });
    this.database.pragma('busy_timeout = 2000');
  }

  read<T>(reading: Reading<T>): T {
    this.prepared('BEGIN').run();
    try {
      let step = reading.next();
      while (step.done !== true) {
        const { sql, bindings } = toSql(step.value);
        // Whoever listens to what is asked of the database hears of these questions, too.
        this.knex.emit('query', { sql, bindings });
        step = reading.next(this.prepared(sql).all(...bindings.map(plain)));
      }
      return step.value;
    } finally {
      this.prepared('COMMIT').run();
    }
  }

  close(): void {
    this.database.close();
  }

  private prepared(sql: string): Database.Statement {
    const before = this.statements.get(sql);
    if (before) return before;
    const statement = this.database.prepare(sql);
    if (this.statements.size >= MOST_STATEMENTS) this.statements.clear();
    this.statements.set(sql, statement);
    return statement;
  }
}

const plain = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);

const opened = new WeakMap<Core.Strapi, Snapshots>();

/** The connection for readings, opened when first needed. */
export function snapshotsOf(strapi: Core.Strapi): Snapshots {
  const before = opened.get(strapi);
  if (before) return before;
  const snapshots = new Snapshots(strapi.db.connection);
  opened.set(strapi, snapshots);
  return snapshots;
}

export function closeSnapshots(strapi: Core.Strapi): void {
  opened.get(strapi)?.close();
  opened.delete(strapi);
}
