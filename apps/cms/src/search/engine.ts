import type { Core } from '@strapi/strapi';

import { isSqlite } from '../database/dialect';
import type { Transaction } from '../publishing/turn';

import type { Fields } from './entry';
import { PostgresEngine } from './postgres';
import { SqliteEngine } from './sqlite';

/** What is looked for: every term has to occur, each in one of its forms. A form is a sequence of stems. */
export interface Term {
  forms: string[][];
}

/** Which part of the hits to return, and from which category. */
export interface Window {
  categoryId: string | null;
  start: number;
  limit: number;
}

export interface Hits {
  /** Numbers of articles, best first. */
  ids: number[];
  /** How many articles match in each category, whichever was asked for. */
  counts: CategoryCount[];
}

export interface CategoryCount {
  categoryId: string;
  count: number;
}

/**
 * A full-text index of published articles by their number. It knows nothing of language: stems, synonyms and corrections are worked out
 * before, the same for every database. Of equal words, one in the title counts most, then takeaways, headings and body.
 */
export interface Engine {
  create: (knex: Transaction) => Promise<void>;
  drop: (knex: Transaction) => Promise<void>;
  put: (trx: Transaction, id: number, fields: Fields) => Promise<void>;
  remove: (trx: Transaction, id: number) => Promise<void>;
  /** @param mode whether all terms have to occur, or any */
  match: (trx: Transaction, terms: Term[], mode: 'all' | 'any', window: Window) => Promise<Hits>;
}

/** The index of the database in use. */
export function engineFor(strapi: Core.Strapi): Engine {
  return isSqlite(strapi) ? new SqliteEngine() : new PostgresEngine();
}
