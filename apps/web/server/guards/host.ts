import type { Guard, Reach } from './guard.ts';

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/** The values of `Host` under which this server may be asked: the site's own, and this machine while the site is local. */
export function ownHosts({ siteUrl, port }: Reach): ReadonlySet<string> {
  const { host, hostname } = new URL(siteUrl);
  const local = LOCAL.includes(hostname) ? LOCAL.map((name) => (port === 80 ? name : `${name}:${port}`)) : [];
  return new Set([host, ...local]);
}

/** Nobody else's name is answered to, so that nothing made from it can stay in a cache or reach a visitor. */
export function hostGuard(reach: Reach): Guard {
  const hosts = ownHosts(reach);
  return ({ headers }) => {
    const [host, ...others] = headers['host'] ?? [];
    return host !== undefined && others.length === 0 && hosts.has(host.toLowerCase()) ? null : { status: 421 };
  };
}
