import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gunzip, gunzipSync, gzip, gzipSync } from 'node:zlib';

import type { Encoding } from '../encoding.ts';

import { Head, type Field } from './head.ts';

/** How a body is written. */
export type Form = Encoding | 'identity';

/** What is known of a finished page besides its body. */
export interface PageFacts {
  key: string;
  status: number;
  /** Everything that does not depend on how the body is written. */
  headers: Field[];
  etag: string;
  /** When this text was first made, in milliseconds since 1970. */
  lastModified: number;
  /** See `Dependencies`. */
  tags: string[];
  /** Null: never. */
  expiresAt: number | null;
  /** The moment of the site's history in which the page was made: see `History`. */
  moment: number;
  /** The build that made it. */
  build: string;
}

/** A finished page: compressed both ways, or as it is where that is not worthwhile. */
export interface KeptPage extends PageFacts {
  bodies: Partial<Record<Form, Buffer>>;
  /** What is sent before each of them. */
  heads: Partial<Record<Form, Head>>;
  /** What is sent to whoever has it. */
  notModified: Head;
}

const COMPRESSIBLE =
  /^(?:text\/|application\/(?:json|xml|rss\+xml|atom\+xml|feed\+json|speculationrules\+json|x-bibtex)|image\/svg\+xml)/;
/** What is smaller is compressed or unpacked in a millisecond or two; to wait for another thread, for each part of it, would take longer. */
const AT_ONCE_BYTES = 400_000;
/** Below this a packet is a packet. */
const WORTHWHILE_BYTES = 1_000;

/** Ways to compress: quickly, for whoever waits, or as well as can be, when there is time. */
const qualities = { fast: { br: 2, gzip: 2 }, best: { br: constants.BROTLI_MAX_QUALITY, gzip: constants.Z_BEST_COMPRESSION } };

/** Makes a page from what was rendered. */
export async function finishPage(facts: Omit<PageFacts, 'etag'>, plain: Buffer): Promise<KeptPage> {
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const type = facts.headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const worthwhile = plain.byteLength >= WORTHWHILE_BYTES && COMPRESSIBLE.test(type);
  return withHeads({ ...facts, etag }, worthwhile ? await compress(plain, 'fast') : { identity: plain });
}

/** The same page, compressed as well as can be. */
export async function compressBest(page: KeptPage): Promise<KeptPage> {
  return page.bodies.gzip ? withHeads(page, await compress(await plainOf(page), 'best')) : page;
}

/** The body as it was before it was compressed. */
export async function plainOf({ bodies: { identity, gzip: zipped = Buffer.alloc(0) } }: KeptPage): Promise<Buffer> {
  if (identity) return identity;
  return zipped.byteLength < AT_ONCE_BYTES / 4 ? gunzipSync(zipped) : promisify(gunzip)(zipped);
}

/** Puts a page together from what was stored of it. */
export function withHeads(
  { key, status, headers, etag, lastModified, tags, expiresAt, moment, build }: PageFacts,
  bodies: KeptPage['bodies'],
): KeptPage {
  const facts: PageFacts = { key, status, headers, etag, lastModified, tags, expiresAt, moment, build };
  const forms = Object.entries(bodies) as [Form, Buffer][];
  return {
    ...facts,
    bodies,
    heads: Object.fromEntries(forms.map(([form, body]) => [form, headOf(facts, form, body)])),
    notModified: new Head(304, fieldsOf(facts).filter(isLeft)),
  };
}

/** What is sent before a body that is written in some way. */
export function headOf(facts: PageFacts, form: Form, body: Buffer): Head {
  const encoding: Field[] = form === 'identity' ? [] : [['Content-Encoding', form]];
  const fields: Field[] = [...fieldsOf(facts), ...encoding, ['Content-Length', String(body.byteLength)]];
  return new Head(facts.status, fields);
}

function fieldsOf({ status, headers, etag, lastModified }: PageFacts): Field[] {
  const version: Field[] = [
    ['ETag', etag],
    ['Last-Modified', new Date(lastModified).toUTCString()],
  ];
  return [...headers, ...(status === 200 ? version : []), ['Vary', 'Accept-Encoding']];
}

const NOT_MODIFIED =
  /^(?:etag|last-modified|cache-control|cdn-cache-control|surrogate-key|vary|content-security-policy|strict-transport-security)$/i;

function isLeft([name]: Field): boolean {
  return NOT_MODIFIED.test(name);
}

/** What a page takes of the memory, about. */
export function sizeOf({ key, tags, headers, bodies }: KeptPage): number {
  const texts = [key, ...tags, ...headers.flat()].reduce((sum, { length }) => sum + length, 0);
  return 3 * texts + Object.values(bodies).reduce((sum, body) => sum + body.byteLength, 1_000);
}

async function compress(plain: Buffer, quality: keyof typeof qualities): Promise<Record<Encoding, Buffer>> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: qualities[quality].br,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
  };
  const level = qualities[quality].gzip;
  if (quality === 'fast' && plain.byteLength < AT_ONCE_BYTES) {
    return { br: brotliCompressSync(plain, { params }), gzip: gzipSync(plain, { level }) };
  }
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(plain, { params }), promisify(gzip)(plain, { level })]);
  return { br, gzip: zipped };
}
