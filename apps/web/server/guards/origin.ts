import type { Guard, Reach } from './guard.ts';

/**
 * A form counts only when it was sent from a page of the site itself, whatever route it goes to.
 * Browsers say so in `Origin`; where they leave it out, `Sec-Fetch-Site` must.
 */
export function originGuard({ siteUrl }: Pick<Reach, 'siteUrl'>): Guard {
  const site = new URL(siteUrl);
  return ({ method, headers }) => {
    if (method !== 'POST') return null;
    const host = headers['host']?.[0]?.toLowerCase() ?? '';
    const own = host === site.host ? site.origin : `http://${host}`;
    const [origin, ...others] = headers['origin'] ?? headers['sec-fetch-site']?.map(asOrigin(own)) ?? [];
    return origin === own && others.length === 0 ? null : { status: 403 };
  };
}

function asOrigin(own: string): (relation: string) => string {
  return (relation) => (relation === 'same-origin' ? own : relation);
}
