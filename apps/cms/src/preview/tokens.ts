import { toRead, type Ability } from '../access/admin-routes';
import { env } from '../env';

import { previewKey, readGrant, signGrant, type Grant, type Previewed } from './grant';
import { findLink, isOpen, type PreviewLink } from './links';

/** An editor's preview is over after so long, unless it is open and renewed. */
const EDITOR_SECONDS = 15 * 60;
/** An open preview is renewed for so long after it was opened; then the editor opens it anew. */
const LONGEST_SECONDS = 12 * 3_600;

const uids: Record<Previewed, string> = { article: 'api::article.article', clinic: 'api::clinic.clinic' };

/** The kind of document that a content type is previewed as, or null if it has no preview. */
export function previewedType(uid: string): Previewed | null {
  return uid === uids.article ? 'article' : uid === uids.clinic ? 'clinic' : null;
}

/** Whether somebody may read drafts of what is previewed. */
export function maySee(ability: Ability, type: Previewed): boolean {
  return ability.can(...toRead(uids[type]));
}

const now = () => Math.floor(Date.now() / 1_000);

function key(): Buffer {
  return previewKey(env().ENCRYPTION_KEY);
}

/** The address at which the holder of a grant sees the document on the site. */
function addressFor(grant: Grant): string {
  return `${env().SITE_URL}/preview/${signGrant(key(), grant)}`;
}

/** The address of an editor's preview. */
export function editorAddress(user: number, document: Pick<Grant, 'type' | 'documentId' | 'version'>): string {
  const since = now();
  return addressFor({ ...document, holder: { kind: 'editor', user, since }, expires: since + EDITOR_SECONDS });
}

/** The address of a reviewer's link; always the same, so that it can be shown again. */
export function reviewerAddress({ id, type, documentId, expiresAt }: PreviewLink): string {
  const expires = Math.floor(new Date(expiresAt).getTime() / 1_000);
  return addressFor({ type, documentId, version: 'draft', holder: { kind: 'reviewer', link: id }, expires });
}

/** What a token grants at this moment; null if it is forged, over or revoked. */
export async function grantOf(token: string): Promise<Grant | null> {
  const grant = readGrant(key(), token, now());
  if (grant?.holder.kind !== 'reviewer') return grant;
  const link = await findLink(grant.holder.link);
  return link && isOpen(link) && link.documentId === grant.documentId ? grant : null;
}

interface PermissionService {
  engine: { generateUserAbility: (user: unknown) => Promise<Ability> };
}

/**
 * A new token for an editor's preview that has been open for a while, as long as the editor may still read the document. Null if the
 * present one is still good for long enough, or may not be renewed.
 */
export async function renewed(grant: Grant): Promise<string | null> {
  const { holder, expires, type } = grant;
  if (holder.kind !== 'editor' || expires - now() > EDITOR_SECONDS / 2 || now() - holder.since > LONGEST_SECONDS) return null;
  const user = (await strapi.db.query('admin::user').findOne({ where: { id: holder.user }, populate: ['roles'] })) as {
    isActive?: boolean;
    blocked?: boolean;
  } | null;
  if (user?.isActive !== true || user.blocked === true) return null;
  const permissions = strapi.service('admin::permission') as unknown as PermissionService;
  if (!maySee(await permissions.engine.generateUserAbility(user), type)) return null;
  return signGrant(key(), { ...grant, expires: now() + EDITOR_SECONDS });
}
