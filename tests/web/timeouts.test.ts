import { connect, type Socket } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask } from '../support/ask.ts';
import { startSite, type SiteProcess } from '../support/site.ts';

let site: SiteProcess;

beforeAll(async () => {
  site = await startSite();
});

afterAll(async () => {
  await site.stop();
});

/** Opens a connection, sends the beginning of something and then nothing more. @returns how long it was kept, in seconds */
function hold(beginning: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const socket: Socket = connect(site.port, '127.0.0.1', () => socket.write(beginning));
    socket.on('data', () => undefined);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET') reject(error);
    });
    socket.on('close', () => {
      resolve((performance.now() - begun) / 1_000);
    });
  });
}

describe('connections that nobody finishes (W15)', () => {
  it('are closed in time, and readers do not notice them', { timeout: 30_000 }, async () => {
    const host = `Host: 127.0.0.1:${site.port}\r\n`;
    const form = `Origin: ${site.url}\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
    const held = [
      '',
      'GET / HTTP/1.1\r\n',
      `GET / HTTP/1.1\r\n${host}X-Slow: `,
      `POST /about HTTP/1.1\r\n${host}${form}Content-Length: 100\r\n\r\nhalf`,
      `POST /about HTTP/1.1\r\n${host}${form}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`,
      `GET /healthz HTTP/1.1\r\n${host}\r\n`,
    ].flatMap((beginning) => Array.from({ length: 50 }, () => hold(beginning)));
    const readers = Array.from({ length: 20 }, () => ask(site.url, { path: '/robots.txt' }));
    expect((await Promise.all(readers)).map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(Math.max(...(await Promise.all(held)))).toBeLessThan(12);
    expect((await ask(site.url, { path: '/robots.txt' })).status).toBe(200);
    expect(site.logs()).toBe('');
  });
});
