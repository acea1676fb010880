import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** What is sent to a GraphQL server. */
export interface Sent {
  query: string;
  variables?: Record<string, unknown>;
}

/** A server that answers GraphQL, and what is sent along with every question. */
export interface Target {
  url: string;
  headers: Record<string, string>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** What a server answered. */
export interface Exchanged {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Sends one request on a connection that stays open: measuring should cost the machine little, and `fetch` costs a millisecond. */
export function exchange(
  url: string,
  { headers = {}, body }: { headers?: Record<string, string | number>; body?: string | Buffer } = {},
): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: body === undefined ? 'GET' : 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Sends one body. @returns the status and the text */
export function send({ url, headers }: Target, body: string | Buffer): Promise<Exchanged> {
  const length = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return exchange(`${url}/graphql`, { headers: { ...length, ...headers }, body });
}

/** Asks, and expects data. */
export async function expectData(target: Target, sent: Sent): Promise<void> {
  const { status, text } = await send(target, JSON.stringify(sent));
  if (status !== 200 || !text.startsWith('{"data":') || text.includes('[]}}')) {
    throw new Error(`Answered with ${status}: ${text.slice(0, 300)}`);
  }
}

/** Does something at a steady pace, whether or not what was begun before has ended. */
export async function atPace(perSecond: number, seconds: number, act: (i: number) => Promise<void>): Promise<void> {
  const begun = performance.now();
  const all: Promise<void>[] = [];
  for (let i = 0; i < perSecond * seconds; i++) {
    const due = begun + (i * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    all.push(act(i));
  }
  await Promise.all(all);
}
