import type { Core } from '@strapi/strapi';

import { articleProblems } from '../editorial/rules/article';
import { clinicProblems } from '../editorial/rules/clinic';
import type { Fields } from '../editorial/rules/fields';
import { deadLinks, targetsOf } from '../editorial/rules/links';
import type { Problem } from '../editorial/rules/problem';
import { env } from '../env';

import { findDead } from './dead-paths';
import { kinds, type Kind, type Ref } from './kinds';
import { reviewPopulate } from './read-public';
import type { Transaction } from './turn';

/**
 * Everything that keeps a document, as it stands in `fields`, from being public.
 * @param appearing paths at which something will stand that is published along with it
 */
export async function problemsOf(
  trx: Transaction,
  type: Kind,
  fields: Fields,
  appearing: ReadonlySet<string> = new Set(),
): Promise<Problem[]> {
  const { uid } = kinds[type];
  const siteOrigin = env().SITE_URL;
  const paths = targetsOf(uid, fields, siteOrigin).paths.filter((path) => !appearing.has(path));
  const dead = await findDead(trx, paths);
  const facts = { siteOrigin, dead };
  switch (type) {
    case 'article':
      return articleProblems(fields, facts);
    case 'clinic':
      return clinicProblems(fields, facts);
    default:
      return deadLinks(uid, fields, facts);
  }
}

/** The same of a draft that nobody could publish yet. */
export async function draftProblems(strapi: Core.Strapi, { type, documentId }: Ref): Promise<Problem[]> {
  return strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
    const draft = (await strapi.db.query(kinds[type].uid).findOne({
      where: { documentId, publishedAt: null },
      populate: reviewPopulate[type] ?? [],
    })) as Fields | null;
    return draft ? problemsOf(trx, type, draft) : [];
  });
}
