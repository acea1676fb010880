import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { acceptedEncoding, type Encoding } from '../encoding.ts';

const COMPRESSIBLE = /^(?:text\/|application\/(?:json|xml)|image\/svg\+xml)/;
/** Below this a packet is a packet. */
const WORTHWHILE_BYTES = 1_000;

/** A complete answer, compressed the best way that the visitor's `Accept-Encoding` allows. */
export async function compressed(response: Response, accepted: string | undefined): Promise<Response> {
  const headers = new Headers(response.headers);
  if (!response.body || headers.has('Content-Encoding') || !COMPRESSIBLE.test(headers.get('Content-Type') ?? '')) return response;
  headers.append('Vary', 'Accept-Encoding');
  const plain = Buffer.from(await response.arrayBuffer());
  const encoding = plain.byteLength >= WORTHWHILE_BYTES ? acceptedEncoding(accepted) : null;
  if (encoding) headers.set('Content-Encoding', encoding);
  headers.delete('Content-Length');
  return new Response(encoding ? await compress[encoding](plain) : plain, { status: response.status, headers });
}

const compress: Record<Encoding, (plain: Buffer) => Promise<Buffer<ArrayBuffer>>> = {
  // Near the best size for a page, in a few milliseconds.
  br: (plain) =>
    promisify(brotliCompress)(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength },
    }),
  gzip: (plain) => promisify(gzip)(plain, { level: 6 }),
};
