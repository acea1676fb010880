import { countWords, readingMinutes, toPlainText } from '@clinic/types';
import type { Core } from '@strapi/strapi';

import { toBody, type StoredBlock } from '../contract/body';
import { recordReview } from '../reviews/gate';

import { kinds } from './kinds';
import type { PublicRow } from './references';
import type { Transaction } from './turn';

/** Kinds with drafts, and the attribute that keeps the identifiers of the articles they lead to. */
const linking = {
  article: { relation: 'related', attribute: 'relatedIds', column: 'related_ids' },
  clinic: { relation: 'featuredArticles', attribute: 'featuredIds', column: 'featured_ids' },
} as const;

type Linking = keyof typeof linking;

interface Draft {
  id: number;
  firstPublishedAt?: string | null;
  related?: { documentId: string }[];
  featuredArticles?: { documentId: string }[];
}

/**
 * Writes down what must be known of a document that is just being published and what Strapi does not keep: when it was first published,
 * how long it is, and which articles it leads to. Publishing drops a relation to an article that is still a draft and loses it for good;
 * kept as identifiers, the link appears as soon as its target is published.
 * Strapi calls an entry modified when draft and published version were written more than half a second apart, as a slow publish does:
 * the draft is dated like its published version.
 * Updates past Strapi, which would move the date of the latest change.
 */
export async function recordFacts(strapi: Core.Strapi, trx: Transaction, type: Linking, row: PublicRow): Promise<void> {
  const { relation, attribute, column } = linking[type];
  const { uid, table } = kinds[type];
  const draft = (await strapi.db.query(uid).findOne({
    where: { documentId: row.documentId, publishedAt: null },
    populate: { [relation]: { select: ['documentId'] } },
  })) as Draft | null;
  const linked = [...new Set((draft?.[relation] ?? []).map(({ documentId }) => documentId))];
  row[attribute] = linked;
  const links = { [column]: JSON.stringify(linked) };
  const date = { updated_at: new Date(row['updatedAt'] as string) };
  if (type === 'clinic') {
    await trx(table).where({ id: row.id }).update(links);
    if (draft) await trx(table).where({ id: draft.id }).update(date);
    return;
  }
  await recordReview(trx, row);
  const words = countWords(toPlainText(toBody(row['body'] as StoredBlock[])));
  const first = new Date((row['firstPublishedAt'] ?? draft?.firstPublishedAt ?? Date.now()) as string);
  const facts = { first_published_at: first, word_count: words, reading_minutes: readingMinutes(words) };
  Object.assign(row, { firstPublishedAt: first.toISOString(), wordCount: words, readingMinutes: facts.reading_minutes });
  await trx(table)
    .where({ id: row.id })
    .update({ ...facts, ...links });
  if (draft)
    await trx(table)
      .where({ id: draft.id })
      .update({ ...facts, ...date });
}

/** A copy of an article was never published, whatever the original was. */
export async function forgetFacts(trx: Transaction, documentId: string): Promise<void> {
  await trx(kinds.article.table)
    .where({ document_id: documentId })
    .update({ first_published_at: null, word_count: null, reading_minutes: null, related_ids: null });
}
