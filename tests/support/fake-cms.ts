import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one path of a {@link FakeCms}. */
export type FakeAnswer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server in place of the CMS, for what a real one never does. It knows no content. */
export interface FakeCms {
  url: string;
  /** What to answer, by path; everything else is 404. May be changed at any time. */
  answers: Map<string, FakeAnswer>;
  /** The paths that were asked for, in order. */
  asked: string[];
  stop: () => Promise<void>;
}

/** Starts a fake on loopback. */
export async function startFakeCms(): Promise<FakeCms> {
  const answers = new Map<string, FakeAnswer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers.get(path);
    if (answer) answer(response, request);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
