import { LRUCache } from 'lru-cache';

/** Ways to compress an answer, best first. */
const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** Browsers send one of a handful of these headers. */
const known = new LRUCache<string, { best: Encoding | null }>({ max: 100, memoMethod: (header) => ({ best: bestOf(header) }) });

/** The best of our encodings that an `Accept-Encoding` header allows, or null. */
export function acceptedEncoding(header = ''): Encoding | null {
  return known.memo(header).best;
}

function bestOf(header: string): Encoding | null {
  const accepted = new Map(header.split(',').map(parseAccepted));
  const weight = (encoding: string) => accepted.get(encoding) ?? accepted.get('*') ?? 0;
  return encodings.find((encoding) => weight(encoding) > 0) ?? null;
}

function parseAccepted(item: string): [name: string, weight: number] {
  const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return [name, weight === undefined ? 1 : Number(weight.slice(2))];
}
