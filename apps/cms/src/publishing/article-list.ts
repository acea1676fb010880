import { ARTICLES } from '../database/public-tables';

import type { PublicRow } from './references';
import type { Transaction } from './turn';

const idOf = (linked: unknown) => (linked as { documentId: string } | null | undefined)?.documentId ?? null;
const instant = (value: unknown) => new Date(value as string).getTime();

/** Writes a published article into the table that lists are read from. @returns its number there, which stays the same for good */
export async function listArticle(trx: Transaction, row: PublicRow): Promise<number> {
  const listed = {
    document_id: row.documentId,
    slug: row['slug'],
    title: row['title'],
    evidence: row['evidence'],
    category_id: idOf(row['category']),
    author_id: idOf(row['author']),
    reviewer_id: idOf(row['reviewer']),
    first_published_at: instant(row['firstPublishedAt'] ?? row['publishedAt']),
    updated_at: instant(row['updatedAt']),
  };
  await trx(ARTICLES).insert(listed).onConflict('document_id').merge();
  const { id } = await trx(ARTICLES).where({ document_id: row.documentId }).first<{ id: number }>('id');
  return id;
}

/** Takes an article out of the lists. @returns its number there, if it was listed */
export async function unlistArticle(trx: Transaction, documentId: string): Promise<number | null> {
  const listed = await trx(ARTICLES).where({ document_id: documentId }).first<{ id: number } | undefined>('id');
  await trx(ARTICLES).where({ document_id: documentId }).delete();
  return listed?.id ?? null;
}
