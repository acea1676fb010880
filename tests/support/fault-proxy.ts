import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers in place of the CMS. */
type Lie = (response: ServerResponse, request: IncomingMessage) => void;

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

/** Stands between a site and its CMS. */
export interface FaultProxy {
  url: string;
  /** Lets questions through, or answers every one itself. Open streams end. */
  set: (fault: Lie | null) => void;
  /** Lets questions through, but never the stream of changes. */
  dropStreams: (dropped: boolean) => void;
  /** How many questions of GraphQL came so far. */
  asked: () => number;
  stop: () => Promise<void>;
}

/** Starts a proxy in front of a CMS. */
export async function startFaultProxy(cmsUrl: string): Promise<FaultProxy> {
  let fault: Lie | null = null;
  let isDropping = false;
  let asked = 0;
  const { hostname, port } = new URL(cmsUrl);
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/graphql')) asked++;
    const lie = fault ?? (isDropping && incoming.url === '/changes/stream' ? faults.stopped : null);
    if (lie) {
      lie(outgoing, incoming);
      return;
    }
    const passed = request(
      { hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers, agent: false },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.on('error', () => outgoing.destroy());
      },
    );
    passed.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next) => {
      fault = next;
      server.closeAllConnections();
    },
    asked: () => asked,
    dropStreams: (dropped) => {
      isDropping = dropped;
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
