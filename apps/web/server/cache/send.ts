import type { IncomingMessage, ServerResponse } from 'node:http';

import { acceptedEncoding } from '../encoding.ts';

import type { Field, Head } from './head.ts';
import { headOf, plainOf, type Form, type KeptPage } from './kept-page.ts';

/** Answers with a page: conditions, `HEAD` and the visitor's way of compressing included. */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: KeptPage, extra: readonly Field[] = []): void {
  if (page.status === 200 && isKnown(request.headers, page)) {
    page.notModified.write(response, extra);
    response.end();
    return;
  }
  const form: Form = page.bodies.identity ? 'identity' : (acceptedEncoding(request.headers['accept-encoding']) ?? 'identity');
  const body = page.bodies[form];
  const head = page.heads[form];
  if (body && head) send(request, response, head, extra, body);
  else void sendPlain(request, response, page, extra);
}

/** For whoever takes nothing compressed. */
async function sendPlain(
  request: IncomingMessage,
  response: ServerResponse,
  page: KeptPage,
  extra: readonly Field[],
): Promise<void> {
  try {
    const plain = await plainOf(page);
    send(request, response, headOf(page, 'identity', plain), extra, plain);
  } catch {
    response.destroy();
  }
}

function send({ method }: IncomingMessage, response: ServerResponse, head: Head, extra: readonly Field[], body: Buffer): void {
  head.write(response, extra);
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
