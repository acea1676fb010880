import type { Core } from '@strapi/strapi';

/** The address of a published article is unique; a draft may still share it with another draft. */
const PUBLISHED_SLUG_INDEX = 'articles_published_slug_unique';

/** Makes the indexes that a content type's schema cannot express. Safe to run at every boot. */
export async function ensureIndexes({ db }: Core.Strapi): Promise<void> {
  await db.connection.raw(
    `CREATE UNIQUE INDEX IF NOT EXISTS ${PUBLISHED_SLUG_INDEX} ON articles (slug) WHERE published_at IS NOT NULL`,
  );
}
