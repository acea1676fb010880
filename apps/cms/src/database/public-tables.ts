import type { Core } from '@strapi/strapi';

import { isSqlite } from './dialect';

type Knex = Core.Strapi['db']['connection'];
type Table = Parameters<Parameters<Knex['schema']['createTable']>[1]>[0];
type CreateTable = (table: Table, word: (name: string, length: number) => ReturnType<Table['string']>) => void;

/**
 * Raise this when a table below or what is written into it changes: the next start makes the derived tables anew and fills them from the
 * content. The change feed is no derived table, since its positions are known to readers elsewhere.
 */
export const PUBLIC_TABLES_VERSION = 4;

/** One row per document that is or was public: what last happened to it, and when in the order of all changes. */
export const CHANGES = 'public_changes';
/** What public documents refer to: a category, a source, a file, an address of the site, a cited work. */
export const REFERENCES = 'public_references';
/** One slim row per published article, for lists. Relations live in link tables, where no index covers a category and a date. */
export const ARTICLES = 'public_articles';

/** Every public document as readers get it: its own facts by the names of the contract and, apart, the text of an article. */
export const DOCUMENTS = 'public_documents';

/** What search keeps of a published article beside its index: its words, and its text by headings. */
export const TEXTS = 'public_texts';
/** The words of all published articles, and what is left of each without any one letter. */
export const WORDS = 'public_words';
export const WORD_VARIANTS = 'public_word_variants';

const changes: CreateTable = (table) => {
  table.string('type', 20).notNullable();
  table.string('document_id', 64).notNullable();
  table.bigInteger('position').notNullable().unique({ indexName: 'public_changes_position' });
  table.bigInteger('published_position').notNullable();
  table.bigInteger('moved_position').notNullable();
  table.boolean('is_live').notNullable();
  table.string('slug', 400);
  table.bigInteger('row_id').notNullable();
  table.bigInteger('version').notNullable();
  table.bigInteger('changed_at').notNullable();
  table.primary(['type', 'document_id']);
  table.index(['type', 'slug'], 'public_changes_slug');
};

const derived: Record<string, CreateTable> = {
  [REFERENCES]: (table) => {
    table.string('type', 20).notNullable();
    table.string('document_id', 64).notNullable();
    table.string('target_type', 20).notNullable();
    table.text('target').notNullable();
    table.primary(['type', 'document_id', 'target_type', 'target']);
    table.index(['target_type', 'target', 'type', 'document_id'], 'public_references_target');
  },
  [ARTICLES]: (table) => {
    table.increments('id');
    table.string('document_id', 64).notNullable().unique({ indexName: 'public_articles_document' });
    table.string('slug', 100).notNullable();
    table.string('title', 160).notNullable();
    table.string('evidence', 20).notNullable();
    table.string('category_id', 64);
    table.string('author_id', 64);
    table.string('reviewer_id', 64);
    table.bigInteger('first_published_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.index(['slug', 'document_id'], 'public_articles_slug');
    table.index(['title', 'document_id'], 'public_articles_title');
    table.index(['first_published_at', 'document_id'], 'public_articles_newest');
    table.index(['updated_at', 'document_id'], 'public_articles_updated');
    table.index(['category_id', 'first_published_at', 'document_id'], 'public_articles_category');
    table.index(['author_id', 'first_published_at', 'document_id'], 'public_articles_author');
    table.index(['reviewer_id', 'first_published_at', 'document_id'], 'public_articles_reviewer');
    table.index(['evidence', 'first_published_at', 'document_id'], 'public_articles_evidence');
  },
  [DOCUMENTS]: (table) => {
    table.string('document_id', 64).notNullable();
    table.string('type', 20).notNullable();
    table.text('facts').notNullable();
    table.text('body');
    table.primary(['document_id', 'type']);
    table.index(['type'], 'public_documents_type');
  },
  [TEXTS]: (table) => {
    table.integer('id').primary();
    table.text('words').notNullable();
    table.text('sections').notNullable();
  },
  [WORDS]: (table, word) => {
    word('word', 40).primary();
    word('stem', 40).notNullable().index('public_words_stem');
    table.integer('articles').notNullable();
  },
  [WORD_VARIANTS]: (table, word) => {
    word('variant', 40).notNullable();
    word('word', 40).notNullable();
    table.primary(['variant', 'word']);
  },
};

/** Makes the tables that are missing. Safe to run at every boot. @returns whether one was missing */
export async function ensurePublicTables(strapi: Pick<Core.Strapi, 'db'>): Promise<boolean> {
  const { connection } = strapi.db;
  // Words are compared byte by byte on every database, so that those with one beginning stand together.
  const wordType = (length: number) => `varchar(${length})${isSqlite(strapi) ? '' : ' COLLATE "C"'}`;
  let isNew = false;
  for (const [name, create] of Object.entries({ [CHANGES]: changes, ...derived })) {
    if (await connection.schema.hasTable(name)) continue;
    await connection.schema.createTable(name, (table) => {
      create(table, (column, length) => table.specificType(column, wordType(length)));
    });
    isNew = true;
  }
  return isNew;
}

/** Removes the tables that can be filled again from the content. */
export async function dropDerivedTables(knex: Knex): Promise<void> {
  for (const name of Object.keys(derived)) await knex.schema.dropTableIfExists(name);
}
