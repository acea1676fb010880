import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

/** What a server answered. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** What is sent, exactly as it is given: unlike `fetch`, nothing is corrected or forbidden. */
export interface Question {
  method?: string;
  path?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer | AsyncIterable<Buffer>;
}

/** Sends one request on a connection of its own. A server may answer before it has read everything. */
export function ask(url: string, { method = 'GET', path = '/', headers = {}, body }: Question = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    let answered = false;
    const outgoing = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      answered = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const content = Buffer.concat(chunks);
        outgoing.destroy();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: content, text: content.toString('utf8') });
      });
    });
    outgoing.on('error', (error) => {
      if (!answered) reject(error);
    });
    if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) outgoing.end(body);
    else void pour(body, outgoing, () => answered);
  });
}

async function pour(body: AsyncIterable<Buffer>, outgoing: ReturnType<typeof request>, isAnswered: () => boolean): Promise<void> {
  for await (const chunk of body) {
    if (isAnswered() || outgoing.destroyed) return;
    if (!outgoing.write(chunk)) await new Promise((resolve) => outgoing.once('drain', resolve).once('close', resolve));
  }
  outgoing.end();
}

/** Sends bytes as they are. @returns the first line of the answer, empty if the connection was closed without one */
export function statusLine(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (answer.includes('\r\n')) socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer.split('\r\n', 1)[0] ?? '');
    });
  });
}
