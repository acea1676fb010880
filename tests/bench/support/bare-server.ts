import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

import { OWN, type StaticAnswer } from './nginx.ts';

// A program of its own, `bare-server.ts FILE PORT`: the least that Node's own server can do to give these answers from memory. Prints a line
// when it listens.
const [file = '', port] = process.argv.slice(2);

const answers = new Map(
  (JSON.parse(readFileSync(file, 'utf8')) as (Omit<StaticAnswer, 'body'> & { body: string })[]).map(({ path, headers, body }) => {
    const bytes = Buffer.from(body, 'base64');
    const kept = Object.entries({ ...headers, 'content-length': String(bytes.length) }).filter(
      ([name]) => !OWN.test(name) || name === 'content-length' || name === 'etag',
    );
    return [path, { bytes, etag: headers['etag'], head: kept.flat() }];
  }),
);

createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  if (!answer) response.writeHead(404).end();
  else if (request.headers['if-none-match'] === answer.etag) response.writeHead(304).end();
  else response.writeHead(200, answer.head).end(answer.bytes);
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
