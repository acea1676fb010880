import { SMTPServer } from 'smtp-server';

import { freePort } from './ports.ts';

interface Received {
  to: string[];
  subject: string;
  text: string;
}

/** A real SMTP server on loopback that keeps what it is given. */
export interface Mailbox {
  url: string;
  letters: Received[];
  close: () => Promise<void>;
}

/** Undoes the transfer encoding of a short text. */
function readable(body: string): string {
  const octets = body
    .replaceAll('=\r\n', '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1').toString('utf8');
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      let source = '';
      stream.on('data', (chunk: Buffer) => (source += chunk.toString('latin1')));
      stream.on('end', () => {
        const [head = '', ...body] = source.split('\r\n\r\n');
        letters.push({
          to: envelope.rcptTo.map(({ address }) => address),
          subject: /^Subject: (.*)$/m.exec(head)?.[1]?.trim() ?? '',
          text: readable(body.join('\r\n\r\n')),
        });
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
