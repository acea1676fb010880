import type { Core } from '@strapi/strapi';

/** Whether the content is kept in SQLite; otherwise it is PostgreSQL. */
export function isSqlite({ db }: Pick<Core.Strapi, 'db'>): boolean {
  return db.dialect.client === 'sqlite';
}
