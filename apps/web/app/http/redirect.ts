import { redirect } from '@remix-run/node';

/**
 * A path of this site that a redirect may lead to, or `/` if the target is anything else:
 * another origin, another scheme, `//host`, a backslash, a control character.
 */
export function safePath(target: string, siteUrl: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must not pass
  if (!/^\/(?![/\\])/.test(target) || /[\u0000-\u001f\u007f\\]/.test(target) || !URL.canParse(target, siteUrl)) return '/';
  const url = new URL(target, siteUrl);
  // A path such as `/..//evil.test` is made `//evil.test` by the parser.
  if (url.origin !== new URL(siteUrl).origin || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}

/**
 * The only way to redirect: within the site, see {@link safePath}. Ends the loader, whose type stays that of its page.
 * @throws {Response}
 */
export function redirectWithin(target: string, siteUrl: string, status: 301 | 302 | 303 | 308 = 302): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix reads thrown responses as redirects.
  throw redirect(safePath(target, siteUrl), status);
}
