import type { IncomingMessage } from 'node:http';

/** Anyone can send these, and Remix believes them: it takes the host of a request from `X-Forwarded-Host`. */
const UNTRUSTED = /^(?:x-forwarded-|x-real-ip$|forwarded$)/i;

/** Takes out of a request what only a proxy could know. Where the site is reached is a setting, not a header. */
export function dropUntrustedHeaders(request: Pick<IncomingMessage, 'headers' | 'headersDistinct' | 'rawHeaders'>): void {
  const { headers, headersDistinct, rawHeaders } = request;
  if (!Object.keys(headers).some((name) => UNTRUSTED.test(name))) return;
  // All three: Node makes the other two from the raw list only once.
  request.headers = trusted(headers);
  request.headersDistinct = trusted(headersDistinct);
  request.rawHeaders = rawHeaders.filter((_item, index) => !UNTRUSTED.test(rawHeaders[index - (index % 2)] ?? ''));
}

function trusted<T>(headers: NodeJS.Dict<T>): NodeJS.Dict<T> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !UNTRUSTED.test(name)));
}
