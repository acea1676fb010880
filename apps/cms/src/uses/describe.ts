import type { Core } from '@strapi/strapi';

import type { Fields } from '../editorial/rules/fields';
import { env } from '../env';
import { kinds, type Kind, type Ref } from '../publishing/kinds';
import { reviewPopulate } from '../publishing/read-public';
import type { Transaction } from '../publishing/turn';

import { placesOf } from './places';
import { MOST_USERS, usersOf, type Used } from './users';

/** A page that uses something, and where in it. */
export interface Use {
  uid: string;
  documentId: string;
  name: string;
  /** `published` as visitors read it; `draft` only in the draft; `leaving` if the draft does so no longer. */
  state: 'published' | 'draft' | 'leaving';
  places: string[];
}

/** Where something is used, by those pages that may be told of. */
export interface Uses {
  uses: Use[];
  /** Whether there are more than these. */
  hasMore: boolean;
}

type Row = Fields & { documentId: string; publishedAt: string | null };

/** Where something is used: the published pages, then drafts. */
export async function describeUses(
  strapi: Core.Strapi,
  trx: Transaction,
  used: Used,
  mayTellOf: (uid: string) => boolean,
): Promise<Uses> {
  const users = (await usersOf(strapi, trx, used)).filter(({ type }) => mayTellOf(kinds[type].uid));
  const shown = users.slice(0, MOST_USERS);
  const uses: Use[] = [];
  for (const type of new Set(shown.map((ref) => ref.type))) uses.push(...(await usesBy(strapi, type, shown, used)));
  const order: Use['state'][] = ['published', 'leaving', 'draft'];
  uses.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.name.localeCompare(b.name));
  return { uses, hasMore: users.length > shown.length };
}

async function usesBy(strapi: Core.Strapi, type: Kind, refs: Ref[], used: Used): Promise<Use[]> {
  const { uid, hasDrafts } = kinds[type];
  const documents = refs.filter((ref) => ref.type === type).map(({ documentId }) => documentId);
  const rows = (await strapi.db.query(uid).findMany({
    where: { documentId: { $in: documents } } as never,
    populate: (reviewPopulate[type] ?? []) as never,
  })) as Row[];
  return documents.flatMap((documentId) => {
    const versions = rows.filter((row) => row.documentId === documentId);
    const published = versions.find(({ publishedAt }) => !hasDrafts || publishedAt !== null);
    const draft = hasDrafts ? versions.find(({ publishedAt }) => publishedAt === null) : published;
    const where = (row: Row | undefined) => (row ? placesOf(uid, row, used, env().SITE_URL) : []);
    const [now, then] = [where(draft), where(published)];
    if (now.length === 0 && then.length === 0) return [];
    const { name, title } = (draft ?? published ?? {}) as { name?: string; title?: string };
    const state = then.length === 0 ? 'draft' : now.length === 0 ? 'leaving' : 'published';
    return [{ uid, documentId, name: title ?? name ?? documentId, state, places: now.length > 0 ? now : then }];
  });
}
