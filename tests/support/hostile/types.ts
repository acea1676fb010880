/** A request that somebody with bad intentions, or none at all, may send. */
export interface HostileRequest {
  name: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
  /** `refused`: the only right answer is a 4xx. `harmless`: published content, or a refusal. */
  expected: 'refused' | 'harmless';
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** A POST of JSON. */
export function post(name: string, body: unknown, expected: HostileRequest['expected'] = 'refused'): HostileRequest {
  return { name, method: 'POST', path: '/graphql', headers: JSON_TYPE, body: Buffer.from(JSON.stringify(body)), expected };
}

/** A POST of bytes as they are. */
export function postBytes(name: string, body: Buffer | string, headers: Record<string, string> = JSON_TYPE): HostileRequest {
  return { name, method: 'POST', path: '/graphql', headers, body: Buffer.from(body), expected: 'refused' };
}

/** A POST of a query. */
export function query(
  name: string,
  text: string,
  expected: HostileRequest['expected'] = 'refused',
  variables?: Record<string, unknown>,
): HostileRequest {
  return post(name, { query: text, ...(variables && { variables }) }, expected);
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** A repeatable source of chance: numbers from 0 to 1, the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
