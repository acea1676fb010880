import type { Core } from '@strapi/strapi';

import { Refusal } from '../guard/refusal';

/** A token as the admin keeps it. */
interface StoredToken {
  id: number | string;
  kind?: string | null;
  type?: string | null;
  expiresAt?: string | null;
  lastUsedAt?: string | null;
}

interface TokenService {
  hash: (accessKey: string) => string;
  getByAccessKey: (hash: string) => Promise<StoredToken | null | undefined>;
}

/** For so long a token that was looked up is taken as it was: a token taken back in the admin works no longer than that. */
const TRUSTED_FOR_MS = 10_000;
const MOST_REMEMBERED = 1_000;
const HOUR_MS = 3_600_000;

/**
 * Looks up tokens made in the admin under Settings, API Tokens. They open nothing that is closed to others; they say who asks, so that
 * the limits can be wider.
 */
export function apiTokens(strapi: Core.Strapi): (accessKey: string) => Promise<{ id: string } | null> {
  const remembered = new Map<string, { token: StoredToken; until: number }>();

  const find = async (accessKey: string): Promise<StoredToken | null> => {
    const service = strapi.service('admin::api-token') as unknown as TokenService;
    const hash = service.hash(accessKey);
    const before = remembered.get(hash);
    if (before && before.until > performance.now()) return before.token;
    remembered.delete(hash);
    const token = await service.getByAccessKey(hash);
    if (!token) return null;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(hash, { token, until: performance.now() + TRUSTED_FOR_MS });
    await noteUse(strapi, token);
    return token;
  };

  return async (accessKey) => {
    const token = await find(accessKey);
    if (!token || (token.kind ?? 'content-api') !== 'content-api') return null;
    if (token.expiresAt && Date.parse(token.expiresAt) < Date.now()) {
      throw new Refusal(401, 'TOKEN_EXPIRED', 'The API token has expired. Make a new one in the admin.');
    }
    if (token.type === 'full-access') {
      throw new Refusal(403, 'TOKEN_TOO_POWERFUL', 'This API token may do everything. Use one of the type Read-only or Custom.');
    }
    return { id: String(token.id) };
  };
}

/** Keeps "last used" in the admin true to the hour, as Strapi does for its own interfaces. */
async function noteUse(strapi: Core.Strapi, { id, lastUsedAt }: StoredToken): Promise<void> {
  if (lastUsedAt && Date.now() - Date.parse(lastUsedAt) < HOUR_MS) return;
  await strapi.db.query('admin::api-token').update({ where: { id }, data: { lastUsedAt: new Date() } });
}
