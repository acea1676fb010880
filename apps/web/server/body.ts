import type { IncomingMessage } from 'node:http';

/**
 * Reads a request's body, whatever length it claims to have.
 * @returns null as soon as it is longer than `maxBytes`; the rest stays unread
 * @throws if the visitor goes away before it is complete
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection is still needed for the answer, so leaving early must not destroy it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
