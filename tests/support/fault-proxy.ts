import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Lets a question through after all; `change` may make something else of the answer's text. */
type Pass = (change?: (text: string, question: string) => string | Promise<string>) => void;

/** Answers in place of the CMS. */
export type Lie = (response: ServerResponse, request: IncomingMessage, pass: Pass) => void;

const json = { 'content-type': 'application/json' };

/** What a CMS may do instead of answering, by what it is called. */
export const faults = {
  stopped: (response) => response.destroy(),
  hung: () => undefined,
  'out of order': (response) => response.writeHead(500).end('canary'),
  'showing a page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>canary</p>'),
  'answering with half': (response) => response.writeHead(200, json).end('{"data":{"canary'),
  'answering with nothing': (response) => response.writeHead(200, json).end('{"data":{}}'),
  'answering with errors': (response) =>
    response.writeHead(200, json).end('{"data":{"articleBySlug":null,"clinic":null},"errors":[{"message":"canary"}]}'),
  'not letting the site in': (response) => response.writeHead(401, json).end('{"errors":[{"message":"canary"}]}'),
  'not allowing the site anything': (response) => response.writeHead(403, json).end('{"errors":[{"message":"canary"}]}'),
  slow: (_response, _request, pass) => setTimeout(pass, 10_000),
  'talking without end': (response) => {
    response.writeHead(200, json);
    const chunk = Buffer.alloc(1024 ** 2, 'canary ');
    let left = 200;
    const pour = () => {
      while (left-- > 0 && !response.destroyed) {
        if (!response.write(chunk)) {
          response.once('drain', pour);
          return;
        }
      }
      response.end();
    };
    pour();
  },
} satisfies Record<string, Lie>;

/** Half a second there, half a second not. */
export const flapping: Lie = (response, _request, pass) => {
  if (Math.floor(performance.now() / 500) % 2 === 0) response.destroy();
  else pass();
};

/** Every document that is asked for is not there, every list is empty: well-formed, and a lie. */
export const denying: Lie = (_response, _request, pass) => {
  pass((text, question) =>
    question.includes('contentChanges')
      ? text
      : JSON.stringify(JSON.parse(text), (key, value: unknown) => {
          if (/BySlug$|ByKey$/.test(key)) return null;
          if (['total', 'pageCount'].includes(key)) return 0;
          return Array.isArray(value) ? [] : value;
        }),
  );
};

/** Stands between a site and its CMS. */
export interface FaultProxy {
  url: string;
  /** Lets questions through, or answers every one itself. Open streams end. */
  set: (fault: Lie | null) => void;
  /** Lets questions through, but not the stream of changes: it ends at once, or shows that it is alive and tells nothing. */
  breakStreams: (how: 'dead' | 'deaf' | null) => void;
  /** How many questions of GraphQL came so far. */
  asked: () => number;
  stop: () => Promise<void>;
}

/** Starts a proxy in front of a CMS. */
export async function startFaultProxy(cmsUrl: string): Promise<FaultProxy> {
  let fault: Lie | null = null;
  let broken: 'dead' | 'deaf' | null = null;
  let asked = 0;
  const { hostname, port } = new URL(cmsUrl);
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/graphql')) asked++;
    const isStream = incoming.url === '/changes/stream';
    const pass: Pass = (change) => {
      const questions: Buffer[] = [];
      const passed = request(
        { hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers, agent: false },
        (answer) => {
          answer.on('error', () => outgoing.destroy());
          if (change && incoming.url === '/graphql') {
            void changed(answer, outgoing, (text) => change(text, Buffer.concat(questions).toString()));
            return;
          }
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          if (isStream && broken === 'deaf') answer.on('data', (chunk: Buffer) => outgoing.write(signsOfLife(chunk)));
          else answer.pipe(outgoing);
        },
      );
      passed.on('error', () => outgoing.destroy());
      outgoing.on('close', () => passed.destroy());
      incoming.on('data', (chunk: Buffer) => questions.push(chunk));
      incoming.pipe(passed);
    };
    const lie = fault ?? (isStream && broken === 'dead' ? faults.stopped : null);
    if (lie) lie(outgoing, incoming, pass);
    else pass();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next) => {
      fault = next;
      server.closeAllConnections();
    },
    asked: () => asked,
    breakStreams: (how) => {
      broken = how;
      server.closeAllConnections();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function changed(
  answer: IncomingMessage,
  outgoing: ServerResponse,
  change: (text: string) => string | Promise<string>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const text = await change(Buffer.concat(chunks).toString());
  outgoing.writeHead(answer.statusCode ?? 502, json).end(text);
}

/** The comments of a stream of events. */
function signsOfLife(chunk: Buffer): string {
  return chunk
    .toString()
    .split('\n')
    .map((line) => (line.startsWith(':') ? line : ':'))
    .join('\n');
}
