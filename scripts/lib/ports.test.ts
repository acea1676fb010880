import { createServer, type AddressInfo, type Server } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { expectFree } from './ports.ts';

const names = { hostSetting: 'CMS_HOST', portSetting: 'CMS_PORT' };

let server: Server | undefined;
afterEach(async () => {
  const taken = server;
  if (taken) await new Promise((resolve) => taken.close(resolve));
});

function occupy(host: string): Promise<number> {
  return new Promise((resolve) => {
    const taken = createServer().listen(0, host, () => {
      resolve((taken.address() as AddressInfo).port);
    });
    server = taken;
  });
}

describe('a port', () => {
  it.each(['127.0.0.1', '0.0.0.0'])('that is taken on %s is named, with the setting that changes it', async (host) => {
    const port = await occupy(host);
    await expect(expectFree({ host: '127.0.0.1', port, ...names })).rejects.toThrow(
      `Port ${port} is taken by another program: stop it, or set CMS_PORT=${port + 1}.`,
    );
  });

  it('that is free is left free', async () => {
    const port = await occupy('127.0.0.1');
    await new Promise((resolve) => server?.close(resolve));
    await expectFree({ host: '127.0.0.1', port, ...names });
    await expectFree({ host: '127.0.0.1', port, ...names });
  });

  it('on a strange address names the setting of the address', async () => {
    await expect(expectFree({ host: '192.0.2.1', port: 45_670, ...names })).rejects.toThrow(
      'Nothing can listen on "192.0.2.1" here (EADDRNOTAVAIL): set CMS_HOST to an address of this machine, such as 127.0.0.1.',
    );
  });
});
