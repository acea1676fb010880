import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Head, KEEP_ALIVE_MS, type Field } from './head.ts';

const BODY = Buffer.from('Calm.');
const fields: Field[] = [
  ['Content-Type', 'text/plain'],
  ['X-Name', 'Zoë'],
];
const found = new Head(200, [...fields, ['Content-Length', String(BODY.length)]]);
const notModified = new Head(304, fields);

const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, ({ url = '', method }, response) => {
  if (url.includes('own')) response.setHeader('X-Own', 'yes');
  // A head that is written for each answer by Node itself is what the others are held against.
  if (url.includes('node')) response.writeHead(200, [...fields, ['Content-Length', String(BODY.length)]].flat());
  else (url.includes('known') ? notModified : found).write(response, url.includes('more') ? [['X-More', 'too']] : []);
  response.end(method === 'HEAD' || url.includes('known') ? undefined : BODY);
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => {
  server.close();
});

/** Everything that comes back on one connection until the server ends it. */
async function say(...requests: string[]): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.end(requests.join(''), 'latin1');
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}

const get = (path: string, ...more: string[]) => [`GET ${path} HTTP/1.1`, 'Host: clinic.test', ...more, '', ''].join('\r\n');
const head = (path: string) => get(path).replace('GET', 'HEAD');
const last = 'Connection: close';
const withoutDate = (answer: string) => answer.replace(/^Date: .*\r\n/gm, '');

describe('a head that is ready', () => {
  it('is what Node would write, to the letter', async () => {
    const answer = await say(get('/'));
    expect(answer).toContain('X-Name: Zoë\r\n');
    expect(withoutDate(answer)).toBe(withoutDate(await say(get('/node'))));
    expect(withoutDate(await say(head('/')))).toBe(withoutDate(await say(head('/node'))));
    expect(withoutDate(await say(get('/', last)))).toBe(withoutDate(await say(get('/node', last))));
  });

  it('tells the time, and tells it anew', async () => {
    const dateOf = async () => Date.parse(/^Date: (.*)\r$/m.exec(await say(get('/')))?.[1] ?? '');
    const before = await dateOf();
    expect(Math.abs(Date.now() - before)).toBeLessThan(2_000);
    await expect.poll(dateOf, { timeout: 5_000 }).toBeGreaterThan(before);
  });

  it('lets others follow on its connection, in their order', async () => {
    const answers = await say(get('/'), get('/known'), head('/'), get('/node'), get('/', last));
    expect(answers.match(/HTTP\/1\.1 \d+/g)?.map((line) => line.slice(-3))).toEqual(['200', '304', '200', '200', '200']);
    expect(answers.split('Calm.')).toHaveLength(4);
    expect(answers.endsWith('Calm.')).toBe(true);
  });

  it('ends the connection for whoever wants that, or knows nothing else', async () => {
    expect(await say(get('/', last))).toContain('Connection: close\r\n');
    expect(await say(get('/').replace('HTTP/1.1', 'HTTP/1.0'))).toContain('Connection: close\r\n');
  });

  it('joins fields of its response, and some more', async () => {
    const answer = await say(get('/own/more'));
    for (const line of ['X-Own: yes', 'X-More: too', 'X-Name: Zoë']) expect(answer).toContain(`${line}\r\n`);
  });

  it('refuses fields that would end it early', () => {
    for (const field of [
      ['X-Name', 'a\r\nb'],
      ['X Name', 'a'],
    ] satisfies Field[])
      expect(() => new Head(200, [field])).toThrow(TypeError);
  });
});
