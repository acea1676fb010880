import type { Core } from '@strapi/strapi';

import { addressOf } from '../contract/addresses';
import type { Fields } from '../editorial/rules/fields';
import { takenAddress } from '../editorial/rules/plain-words';
import type { Problem } from '../editorial/rules/problem';
import { draftReviewProblems } from '../reviews/gate';

import { problemsOf } from './gate';
import { kinds } from './kinds';
import { reviewPopulate } from './read-public';
import type { Transaction } from './turn';

const { uid } = kinds.article;

/** An article that somebody wants to publish among others, and what stands against it. */
export interface Candidate {
  documentId: string;
  title: string;
  /** Visitors already read it as it stands. */
  isPublished: boolean;
  problems: Problem[];
}

type Row = Fields & { documentId: string; title: string | null; slug: string | null; updatedAt: string };

/**
 * What stands against each of these drafts, if all of them that can be are published together: a link from one to another is alive only if
 * the other can be published, too.
 */
export async function judgeTogether(strapi: Core.Strapi, documentIds: string[]): Promise<Candidate[]> {
  const find = async (where: object, more: object) => (await strapi.db.query(uid).findMany({ where, ...more })) as Row[];
  const drafts = await find({ documentId: { $in: documentIds }, publishedAt: null }, { populate: reviewPopulate.article ?? [] });
  const slugs = drafts.flatMap(({ slug }) => slug ?? []);
  const published = await find(
    { publishedAt: { $notNull: true }, $or: [{ documentId: { $in: documentIds } }, { slug: { $in: slugs } }] },
    { select: ['documentId', 'slug', 'updatedAt'] },
  );
  const isPublished = (draft: Row) =>
    published.some((row) => row.documentId === draft.documentId && Date.parse(row.updatedAt) >= Date.parse(draft.updatedAt));
  const own = new Map<Row, Problem[]>();
  const open = drafts.filter((draft) => !isPublished(draft));
  for (const draft of open) {
    const others = [...published, ...open.slice(0, open.indexOf(draft))];
    const isTaken = others.some(
      ({ documentId, slug }) => documentId !== draft.documentId && slug !== null && slug === draft.slug,
    );
    own.set(draft, [...(isTaken ? [takenAddress] : []), ...(await draftReviewProblems(strapi, draft.documentId))]);
  }
  const found = await strapi.db.transaction(({ trx }: { trx: Transaction }) => withoutEachOther(trx, open, own));
  return documentIds.flatMap((documentId) => {
    const draft = drafts.find((row) => row.documentId === documentId);
    if (!draft) return [];
    return [{ documentId, title: draft.title ?? 'Untitled', isPublished: isPublished(draft), problems: found.get(draft) ?? [] }];
  });
}

/** Whoever cannot be published is no target for the others: until nobody is left out any more. */
async function withoutEachOther(trx: Transaction, drafts: Row[], own: Map<Row, Problem[]>): Promise<Map<Row, Problem[]>> {
  const found = new Map<Row, Problem[]>();
  let possible = drafts.filter((draft) => own.get(draft)?.length === 0);
  for (;;) {
    const appearing = new Set(possible.map(({ slug }) => addressOf('article', slug ?? '')));
    for (const draft of drafts)
      found.set(draft, [...(await problemsOf(trx, 'article', draft, appearing)), ...(own.get(draft) ?? [])]);
    const remaining = possible.filter((draft) => found.get(draft)?.length === 0);
    if (remaining.length === possible.length) return found;
    possible = remaining;
  }
}
