import { createRequire } from 'node:module';
import path from 'node:path';

import { cmsRoot } from '../paths.ts';

interface Statement {
  all: () => unknown[];
  get: () => unknown;
}

/** The part of the driver's interface that is used here. */
export interface Sqlite {
  exec: (sql: string) => void;
  pragma: (statement: string, options?: { simple: boolean }) => unknown;
  prepare: (sql: string) => Statement;
  close: () => void;
}

interface Options {
  readonly?: boolean;
  fileMustExist?: boolean;
  /** How long to wait for others, in milliseconds. */
  timeout?: number;
}

type Driver = new (file: string, options?: Options) => Sqlite;

let driver: Driver | undefined;

/** Opens a database file with the CMS's own driver, so that both mean the same by it. */
export function openSqlite(file: string, options: Options = {}): Sqlite {
  driver ??= createRequire(path.join(cmsRoot, 'package.json'))('better-sqlite3') as Driver;
  return new driver(file, { fileMustExist: true, ...options });
}

/**
 * Takes a database for itself: whoever else opens it meanwhile is told that it is locked.
 * @returns how to let go of it, or null if another program has it open
 */
export function takeExclusively(file: string): (() => void) | null {
  const db = openSqlite(file, { timeout: 500 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; ROLLBACK');
  } catch (error) {
    db.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY') === true) return null;
    throw error;
  }
  return () => {
    db.close();
  };
}

/** How many rows each table holds. */
export function countRows(db: Sqlite): Record<string, number> {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
    .all() as { name: string }[];
  return Object.fromEntries(
    tables.map(({ name }) => {
      const { rows } = db.prepare(`SELECT count(*) AS rows FROM "${name.replaceAll('"', '""')}"`).get() as { rows: number };
      return [name, rows];
    }),
  );
}
