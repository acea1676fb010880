import type { IncomingMessage } from 'node:http';

/** Anyone can send these, and Remix believes them: it takes the host of a request from `X-Forwarded-Host`. */
const UNTRUSTED = /^(?:x-forwarded-|x-real-ip$|forwarded$)/i;

/** Takes out of a request what only a proxy could know. Where the site is reached is a setting, not a header. */
export function dropUntrustedHeaders(request: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): void {
  if (!Object.keys(request.headers).some((name) => UNTRUSTED.test(name))) return;
  request.headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !UNTRUSTED.test(name)));
  request.rawHeaders = pairs(request.rawHeaders)
    .filter(([name]) => !UNTRUSTED.test(name))
    .flat();
}

function pairs(raw: readonly string[]): [name: string, value: string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []));
}
