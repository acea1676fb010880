/** What a request to the CMS may cost. */
export interface FetchBounds {
  /** For the whole exchange, the body included. */
  timeoutMs: number;
  /** Of the body as decoded. */
  maxBytes: number;
}

/** The answer is larger than the caller allows. */
export class BodyTooLargeError extends Error {
  constructor(maxBytes: number) {
    super(`the answer is larger than ${maxBytes} bytes`);
  }
}

/**
 * `fetch` for one known server: it gives up after a time, follows no redirect and reads no more than it may.
 * The response comes back complete, so reading it cannot hang or fail.
 */
export async function boundedFetch(input: string | URL, init: RequestInit, bounds: FetchBounds): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'error', signal: AbortSignal.timeout(bounds.timeoutMs) });
  const body = await readBounded(response, bounds.maxBytes);
  return new Response(body, { status: response.status, headers: response.headers });
}

/** Like {@link boundedFetch} for an answer that has no end: only its beginning must come in time. `signal` ends it. */
export async function boundedConnect(
  input: string | URL,
  init: RequestInit & { signal: AbortSignal },
  timeoutMs: number,
): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort(new Error('the answer did not begin in time'));
  }, timeoutMs);
  try {
    return await fetch(input, { ...init, redirect: 'error', signal: AbortSignal.any([init.signal, late.signal]) });
  } finally {
    clearTimeout(timer);
  }
}

async function readBounded(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!response.body || response.status === 204 || response.status === 304) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the stream, which closes the connection.
  for await (const chunk of response.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new BodyTooLargeError(maxBytes);
    chunks.push(chunk);
  }
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}
