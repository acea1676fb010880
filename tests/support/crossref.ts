import { createServer } from 'node:http';

import { freePort } from './ports.ts';

/** A server on loopback that answers for works as Crossref does. */
export interface Crossref {
  url: string;
  /** What it was asked for. */
  asked: { path: string; agent: string }[];
  knows: (doi: string, work: Record<string, unknown>) => void;
  close: () => Promise<void>;
}

export async function openCrossref(): Promise<Crossref> {
  const works = new Map<string, Record<string, unknown>>();
  const asked: Crossref['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, agent: request.headers['user-agent'] ?? '' });
    const doi = decodeURIComponent(path.replace('/works/', '')).toLowerCase();
    if (doi.endsWith('/breaks-off')) {
      response.destroy();
      return;
    }
    if (doi.endsWith('/fails')) {
      response.writeHead(503).end('Service unavailable');
      return;
    }
    const message = works.get(doi);
    response.setHeader('connection', 'close');
    if (!message) response.writeHead(404, { 'content-type': 'text/plain' }).end('Resource not found.');
    else
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ status: 'ok', 'message-type': 'work', message }));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    knows: (doi, work) => works.set(doi.toLowerCase(), work),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
