import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

import type { Stage } from './stage.ts';

/** Nobody has this name: it must not come back in an address. */
const HOST = 'canary.test';

type Random = () => number;

/** A generator that gives the same numbers each time, so that what it finds can be found again. */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const known = [
  '/',
  '/articles',
  '/articles?page=2',
  '/articles?category=therapy&sort=title',
  '/articles/introduction-to-act-therapy',
  '/articles/introduction-to-act-therapy/article.md',
  '/categories',
  '/glossary',
  '/about',
  '/book-a-consultation',
  '/feed.xml',
  '/feed.json',
  '/sitemap.xml',
  '/robots.txt',
  '/llms.txt',
];

const others = ['/search', '/search/suggestions', '/preview/canary', '/healthz', '/favicon.svg', '/media/canary.png', '/nowhere'];
const parameters = [
  'page',
  'category',
  'evidence',
  'sort',
  'utm_source',
  '_data',
  'index',
  '_routes',
  '__proto__',
  'lang',
  'a[b]',
];
const values = [
  '',
  '1',
  '01',
  '2',
  '-1',
  '1e3',
  '99999999999999999999',
  'therapy',
  'title',
  `//${HOST}`,
  `https://${HOST}/`,
  `javascript:canary`,
  '%00',
  '%0d%0aset-cookie:%20canary=1',
  '%ff',
  '%',
  '"><script>canary</script>',
  '../../etc/passwd',
  'a'.repeat(300),
];
const spoils = [
  '%2f',
  '%2e%2e',
  '..',
  '//',
  '/./',
  '%00',
  '%0a',
  '%',
  '%zz',
  '%c0%af',
  '\\',
  ';canary=1',
  '%3f',
  '#canary',
  '?',
  '/',
  '.json',
  '.data',
  '%20',
  'ü',
];
const methods = ['GET', 'GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE', 'PURGE', 'CANARY', 'get'];
const headers: [name: string, values: string[]][] = [
  ['X-Forwarded-Host', [HOST, `${HOST}:99`, '']],
  ['X-Forwarded-Proto', ['canary', 'https', 'javascript']],
  ['X-Forwarded-For', ['127.0.0.1', HOST]],
  ['X-Forwarded-Port', ['99', 'canary']],
  ['X-Forwarded-Prefix', ['/canary', `//${HOST}`]],
  ['Forwarded', [`host=${HOST};proto=https`]],
  ['X-Original-URL', ['/canary', '/healthz']],
  ['X-Rewrite-URL', ['/canary']],
  ['X-Host', [HOST]],
  ['X-HTTP-Method-Override', ['POST', 'PURGE', 'DELETE']],
  ['X-Method-Override', ['PUT']],
  ['Accept-Encoding', ['br', 'gzip', 'br;q=0, gzip', 'identity', 'canary', '*', 'gzip;q=canary', 'deflate, br;q=0.1', '']],
  ['Accept', ['application/json', 'text/x-script', '*/*', 'canary']],
  ['Accept-Language', ['de', 'canary']],
  ['If-None-Match', ['*', 'W/"canary"', '"', 'W/"', 'canary, "a"']],
  ['If-Modified-Since', ['Thu, 01 Jan 2099 00:00:00 GMT', 'canary', '0']],
  ['If-Match', ['"canary"']],
  ['If-Range', ['"canary"']],
  ['Range', ['bytes=0-10', 'bytes=99999999-', 'bytes=-1,0-1', 'canary']],
  ['Cache-Control', ['no-cache', 'max-age=0', 'only-if-cached']],
  ['Pragma', ['no-cache']],
  ['Cookie', ['session=canary', 'preview=canary; a=b', '=']],
  ['Authorization', ['Bearer canary', 'Basic Y2FuYXJ5']],
  ['Origin', [`https://${HOST}`, 'null']],
  ['Referer', [`https://${HOST}/`]],
  ['X-Remix-Request', ['yes']],
  ['X-Request-Id', ['canary']],
  ['Purpose', ['prefetch']],
  ['Upgrade', ['h2c', 'websocket']],
  ['Expect', ['100-continue', 'canary']],
  ['Content-Length', ['0', '5', '-1', 'canary']],
  ['Transfer-Encoding', ['chunked', 'identity', 'canary']],
  ['Content-Type', ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=canary', 'text/plain']],
  ['User-Agent', ['canary<script>']],
];

function mutated(random: Random, host: string): string {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let path = random() < 0.85 ? one(known) : one(others);
  if (random() < 0.06) path = `/articles/canary-${Math.floor(random() * 1e9).toString(36)}`;
  if (random() < 0.3) {
    const at = Math.floor(random() * (path.length + 1));
    path = path.slice(0, at) + one(spoils) + path.slice(at);
  }
  if (random() < 0.15)
    path = path.replace(/[a-z]/g, (letter) => (random() < 0.2 ? `%${letter.charCodeAt(0).toString(16)}` : letter));
  if (random() < 0.05) path = path.toUpperCase();
  while (random() < 0.45) path += `${path.includes('?') ? '&' : '?'}${one(parameters)}=${one(values)}`;
  if (random() < 0.02) path = `http://${HOST}${path}`;
  if (random() < 0.01) path += 'x'.repeat(20_000);
  const lines = [`${one(methods)} ${path} HTTP/1.${random() < 0.97 ? 1 : 0}`];
  if (random() < 0.95)
    lines.push(`Host: ${random() < 0.85 ? host : one([HOST, `${host}.${HOST}`, `${HOST}@${host}`, '', host.toUpperCase()])}`);
  if (random() < 0.03) lines.push(`Host: ${HOST}`);
  while (random() < 0.6) {
    const [name, given] = one(headers);
    lines.push(`${random() < 0.1 ? name.toUpperCase() : name}: ${one(given)}`);
  }
  return `${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`;
}

/** Sends bytes and reads until the connection is closed, by either side. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    // What promises a body that never comes would hold its connection.
    socket.setTimeout(400, () => socket.destroy());
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(Buffer.concat(chunks).toString('latin1'));
    });
  });
}

/** Our words in an address of somebody else. */
const POISON = /(?:https?:)?\/\/[^/\s"'<>&]*canary\.test|^set-cookie:.*canary|^x-request-id: canary/im;
/** The query of a move within the site: it is the one that was asked with, whatever is in it. */
const OWN_QUERY = /^(location: \/(?![/\\])[^?\r\n]*)\?[^\r\n]*/im;

const isPoisoned = (answer: string) => POISON.test(answer.replace(OWN_QUERY, '$1'));

/** What came of it. */
export interface MutationResult {
  sent: number;
  /** Answers by status; `none` where the connection was closed without one. */
  statuses: Record<string, number>;
  /** Requests whose answer names what it was sent. */
  poisoned: string[];
  /** Requests that were answered with an error of ours. */
  failed: string[];
  /** Known pages that are not what they were. */
  changed: string[];
  mostMemoryMb: number;
  keptPages: number;
}

/** Sends so many mutated requests, and looks after each batch whether known pages are what they were, byte for byte. */
export async function sendMutations(stage: Stage, count: number, { seed = 1, batch = 1_000 } = {}): Promise<MutationResult> {
  const random = seeded(seed);
  const { port, pid, url } = stage.site();
  const encodings = ['identity', 'gzip', 'br'];
  const look = async () => {
    const all: Record<string, string> = {};
    for (const path of known) {
      for (const encoding of encodings) {
        const { status, body, headers: given } = await stage.get(path, { 'accept-encoding': encoding });
        all[`${path} ${encoding}`] =
          `${status} ${given.etag} ${given['content-type']} ${encoding === 'identity' ? body.toString('base64') : ''}`;
      }
    }
    return all;
  };
  const before = await look();
  const result: MutationResult = { sent: 0, statuses: {}, poisoned: [], failed: [], changed: [], mostMemoryMb: 0, keptPages: 0 };
  const { host } = new URL(url);
  while (result.sent < count) {
    const size = Math.min(batch, count - result.sent);
    let left = size;
    const send = async () => {
      while (left-- > 0) {
        const bytes = mutated(random, host);
        const answer = await exchange(port, bytes);
        const status = /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'none';
        result.statuses[status] = (result.statuses[status] ?? 0) + 1;
        const told = `${bytes.slice(0, 600)}\n-> ${answer.slice(0, 600)}`;
        if (isPoisoned(answer)) result.poisoned.push(told);
        if (status.startsWith('5')) result.failed.push(told);
      }
    };
    await Promise.all(Array.from({ length: 32 }, send));
    result.sent += size;
    const now = await look();
    result.changed.push(...Object.keys(before).filter((key) => now[key] !== before[key]));
    result.mostMemoryMb = Math.max(result.mostMemoryMb, memoryMb(pid));
  }
  result.keptPages = stage.keptWith('').length;
  return result;
}

/** What a process has of the machine's memory. */
export function memoryMb(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1_024);
}
