import type { IncomingMessage, ServerResponse } from 'node:http';

import { acceptedEncoding } from '../encoding.ts';

import { headOf, plainOf, type Form, type KeptPage } from './kept-page.ts';

const NOT_MODIFIED =
  /^(?:etag|last-modified|cache-control|cdn-cache-control|surrogate-key|vary|content-security-policy|strict-transport-security)$/i;

/** Answers with a page: conditions, `HEAD` and the visitor's way of compressing included. */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: KeptPage, extra: string[] = []): void {
  if (page.status === 200 && isKnown(request.headers, page)) {
    response.writeHead(304, [...leftOf(page.heads.identity ?? page.heads.gzip ?? []), ...extra]).end();
    return;
  }
  const form: Form = page.bodies.identity ? 'identity' : (acceptedEncoding(request.headers['accept-encoding']) ?? 'identity');
  const body = page.bodies[form];
  const head = page.heads[form];
  if (body && head) send(request, response, page.status, extra.length > 0 ? [...head, ...extra] : head, body);
  else void sendPlain(request, response, page, extra);
}

/** For whoever takes nothing compressed. */
async function sendPlain(request: IncomingMessage, response: ServerResponse, page: KeptPage, extra: string[]): Promise<void> {
  try {
    const plain = await plainOf(page);
    send(request, response, page.status, [...headOf(page, 'identity', plain), ...extra], plain);
  } catch {
    response.destroy();
  }
}

function send({ method }: IncomingMessage, response: ServerResponse, status: number, head: string[], body: Buffer): void {
  response.writeHead(status, head);
  if (method === 'HEAD') response.end();
  else response.end(body);
}

/** Whether the visitor has this very page. A tag says more than a date, which is only looked at where there is none. */
function isKnown({ 'if-none-match': tags, 'if-modified-since': since }: IncomingMessage['headers'], page: KeptPage): boolean {
  if (tags !== undefined) {
    const bare = page.etag.slice(2);
    return tags.split(',').some((tag) => ['*', bare, page.etag].includes(tag.trim()));
  }
  return since !== undefined && Math.floor(page.lastModified / 1_000) * 1_000 <= Date.parse(since);
}

function leftOf(head: readonly string[]): string[] {
  const left: string[] = [];
  for (let i = 0; i < head.length; i += 2) {
    const [name = '', value = ''] = head.slice(i, i + 2);
    if (NOT_MODIFIED.test(name)) left.push(name, value);
  }
  return left;
}
