import type { Core } from '@strapi/strapi';

type Knex = Core.Strapi['db']['connection'];
type CreateTable = Parameters<Knex['schema']['createTable']>[1];

/**
 * Raise this when a table below or what is written into it changes: the next start makes the derived tables anew and fills them from the
 * content. The change feed is no derived table, since its positions are known to readers elsewhere.
 */
export const PUBLIC_TABLES_VERSION = 1;

/** One row per document that is or was public: what last happened to it, and when in the order of all changes. */
export const CHANGES = 'public_changes';
/** What public documents refer to: a category, a source, a file, an address of the site, a cited work. */
export const REFERENCES = 'public_references';
/** One slim row per published article, for lists. Relations live in link tables, where no index covers a category and a date. */
export const ARTICLES = 'public_articles';

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
};

/** Makes the tables that are missing. Safe to run at every boot. @returns whether one was missing */
export async function ensurePublicTables(knex: Knex): Promise<boolean> {
  let isNew = false;
  for (const [name, create] of Object.entries({ [CHANGES]: changes, ...derived })) {
    if (await knex.schema.hasTable(name)) continue;
    await knex.schema.createTable(name, create);
    isNew = true;
  }
  return isNew;
}

/** Removes the tables that can be filled again from the content. */
export async function dropDerivedTables(knex: Knex): Promise<void> {
  for (const name of Object.keys(derived)) await knex.schema.dropTableIfExists(name);
}
