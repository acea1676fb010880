import { countWords, readingMinutes, toPlainText } from '@clinic/types';
import type { Core } from '@strapi/strapi';

import { bodyPopulate, toBody, type StoredBlock } from '../contract/body';

interface Row {
  id: number;
  documentId: string;
  firstPublishedAt: string | null;
}

interface Linked {
  documentId: string;
}

/** Documents with drafts, and the attribute that keeps the identifiers of the articles they lead to. */
const linking = {
  'api::article.article': { relation: 'related', ids: 'relatedIds' },
  'api::clinic.clinic': { relation: 'featuredArticles', ids: 'featuredIds' },
} as const;

type LinkingUid = keyof typeof linking;

/** The documents that a write touched. */
function documentIdsOf(context: { params: unknown }, result: unknown): string[] {
  const { documentId } = context.params as { documentId?: unknown };
  const ofResult = (result as { documentId?: unknown } | null)?.documentId;
  return [documentId, ofResult]
    .filter((id): id is string => typeof id === 'string')
    .filter((id, i, all) => all.indexOf(id) === i);
}

/**
 * Writes down what must be known of a published document and what Strapi does not keep: when it was first published, how long it is, and
 * which articles it leads to. Publishing drops a relation to an article that is still a draft and loses it for good; kept as identifiers,
 * the link appears as soon as its target is published.
 */
export async function recordPublication(
  strapi: Core.Strapi,
  context: { uid: string; params: unknown },
  result: unknown,
): Promise<void> {
  const { uid } = context;
  if (!isLinking(uid)) return;
  for (const documentId of documentIdsOf(context, result)) await recordOne(strapi, uid, documentId);
}

function isLinking(uid: string): uid is LinkingUid {
  return uid in linking;
}

async function recordOne(strapi: Core.Strapi, uid: LinkingUid, documentId: string): Promise<void> {
  const { relation, ids } = linking[uid];
  const query = strapi.db.query(uid);
  const populate = { ...(uid === 'api::article.article' && { body: bodyPopulate }) };
  const published = (await query.findOne({ where: { documentId, publishedAt: { $notNull: true } }, populate })) as
    (Row & { body?: StoredBlock[] }) | null;
  if (!published) return;
  const draft = (await query.findOne({ where: { documentId, publishedAt: null }, populate: [relation] })) as
    (Row & Partial<Record<typeof relation, Linked[]>>) | null;
  const linked = [...new Set((draft?.[relation] ?? []).map((target) => target.documentId))];
  await query.update({ where: { id: published.id }, data: { [ids]: linked } });
  if (uid !== 'api::article.article') return;
  const words = countWords(toPlainText(toBody(published.body)));
  const facts = {
    firstPublishedAt: published.firstPublishedAt ?? draft?.firstPublishedAt ?? new Date().toISOString(),
    wordCount: words,
    readingMinutes: readingMinutes(words),
  };
  for (const row of [published, draft]) if (row) await query.update({ where: { id: row.id }, data: facts });
}
