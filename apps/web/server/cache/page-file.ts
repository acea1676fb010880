import { createHash } from 'node:crypto';

import * as v from 'valibot';

import { withHeads, type Form, type KeptPage } from './kept-page.ts';

const facts = v.object({
  key: v.string(),
  status: v.number(),
  headers: v.array(v.tuple([v.string(), v.string()])),
  etag: v.string(),
  lastModified: v.number(),
  tags: v.array(v.string()),
  expiresAt: v.nullable(v.number()),
  moment: v.number(),
  build: v.string(),
  /** How the body is written, and how long it is, in the order in which they follow. */
  bodies: v.array(v.tuple([v.picklist(['br', 'gzip', 'identity']), v.number()])),
});

/** How the names of files end. */
export const PAGE = '.page';

const LINE = Buffer.from('\n');

/** The name of a page's file. */
export function fileOf(key: string): string {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return `${hash.slice(0, 2)}/${hash}${PAGE}`;
}

/** A page as a file: a checksum, a line of facts, the bodies. */
export function writePage({ bodies, ...page }: KeptPage): Buffer {
  const forms = Object.entries(bodies) as [Form, Buffer][];
  const line = JSON.stringify({
    ...page,
    heads: undefined,
    notModified: undefined,
    bodies: forms.map(([form, body]) => [form, body.byteLength]),
  });
  const content = Buffer.concat([Buffer.from(line), LINE, ...forms.map(([, body]) => body)]);
  return Buffer.concat([Buffer.from(checksum(content)), LINE, content]);
}

/** Reads what {@link writePage} wrote; null if a single bit of it is not as it was. */
export function readPage(file: Buffer): KeptPage | null {
  const first = file.indexOf(LINE);
  const content = file.subarray(first + 1);
  if (first === -1 || file.toString('latin1', 0, first) !== checksum(content)) return null;
  const second = content.indexOf(LINE);
  const parsed = v.safeParse(facts, JSON.parse(content.toString('utf8', 0, second)));
  if (!parsed.success) return null;
  let at = second + 1;
  const bodies: KeptPage['bodies'] = {};
  for (const [form, length] of parsed.output.bodies) {
    // A copy of its own, so that one body does not hold the whole file in memory.
    bodies[form] = Buffer.from(content.subarray(at, at + length));
    at += length;
  }
  return withHeads(parsed.output, bodies);
}

function checksum(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
