import type { Ability } from '../access/admin-routes';

import { editorAddress, maySee, previewedType } from './tokens';

interface Asked {
  documentId?: string;
  status?: string;
}

/**
 * The address that Strapi's preview shows: the site's own page of the draft, for editors who may read it. Strapi asks for nobody's
 * permission here, so this does. No address, no preview.
 */
export async function previewAddress(uid: string, { documentId, status }: Asked): Promise<string | undefined> {
  const type = previewedType(uid);
  const { user, userAbility } = (strapi.requestContext.get()?.state ?? {}) as {
    user?: { id: number };
    userAbility?: Ability;
  };
  if (type === null || !user || !userAbility || !maySee(userAbility, type)) return undefined;
  const id = documentId ?? (await onlyDocument(uid));
  if (id === undefined) return undefined;
  return editorAddress(user.id, { type, documentId: id, version: status === 'published' ? 'published' : 'draft' });
}

/** A single type is asked for without saying which document. */
async function onlyDocument(uid: string): Promise<string | undefined> {
  const row = (await strapi.db.query(uid).findOne({ where: {} as never, select: ['documentId'] as never })) as {
    documentId: string;
  } | null;
  return row?.documentId;
}
