import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

import * as v from 'valibot';

/** What a preview shows; the clinic is one document for the whole site. */
export type Previewed = 'article' | 'clinic';

const seconds = v.pipe(v.number(), v.integer());

const grantSchema = v.strictObject({
  type: v.picklist(['article', 'clinic']),
  documentId: v.string(),
  version: v.picklist(['draft', 'published']),
  /** An editor's preview is bound to the editor; a link for a reviewer to its record, so that it can be revoked. */
  holder: v.variant('kind', [
    v.strictObject({ kind: v.literal('editor'), user: v.number(), since: seconds }),
    v.strictObject({ kind: v.literal('reviewer'), link: v.number() }),
  ]),
  /** In seconds since 1970. */
  expires: seconds,
});

/** What the holder of a token may see, and until when. */
export type Grant = v.InferOutput<typeof grantSchema>;

/** The key of preview tokens, derived from a secret of the CMS so that it is good for nothing else. */
export function previewKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'clinic preview token', 32));
}

const signature = (key: Buffer, payload: string) => createHmac('sha256', key).update(payload).digest();

/** A grant as a token that fits into the path of an address. The same grant always gives the same token. */
export function signGrant(key: Buffer, grant: Grant): string {
  const payload = Buffer.from(JSON.stringify(grant)).toString('base64url');
  return `${payload}.${signature(key, payload).toString('base64url')}`;
}

/** The grant of a token; null if it was not signed with this key, or is over. */
export function readGrant(key: Buffer, token: string, now: number): Grant | null {
  const [payload = '', given = '', ...rest] = token.split('.');
  const expected = signature(key, payload);
  const shown = Buffer.from(given, 'base64url');
  if (rest.length > 0 || shown.length !== expected.length || !timingSafeEqual(shown, expected)) return null;
  const grant = v.safeParse(grantSchema, JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return grant.success && grant.output.expires > now ? grant.output : null;
}
