import { createHash, timingSafeEqual } from 'node:crypto';

import { env } from '../env';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether the site has a token of its own to show. */
export function hasSiteToken(): boolean {
  return env().SITE_TOKEN !== undefined;
}

/** Whether this is the token by which the site is known. It takes as long for a wrong one as for the right one. */
export function isSiteToken(token: string): boolean {
  const { SITE_TOKEN } = env();
  return SITE_TOKEN !== undefined && timingSafeEqual(digest(token), digest(SITE_TOKEN));
}

/** The token of an `Authorization: Bearer …` header, or undefined for any other. */
export function bearerToken(authorization: string): string | undefined {
  return /^bearer (\S+)$/i.exec(authorization)?.[1];
}
