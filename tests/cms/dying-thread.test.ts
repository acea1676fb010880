import { fileURLToPath } from 'node:url';

import { expect, inject, it } from 'vitest';

import { ask } from '../support/ask.ts';
import { startCms } from '../support/cms-process.ts';
import { copyOf } from '../support/ready-cms.ts';

it('a CMS outlives the thread that answers strangers, says so, and answers them by another one', async () => {
  const ready = inject('readyCms');
  const copy = copyOf(ready);
  const preload = fileURLToPath(new URL('../support/dying-thread.cjs', import.meta.url));
  const cms = await startCms(copy.path, { ...ready.secrets, NODE_OPTIONS: `--require ${preload}` });
  const asStranger = async (query: string) => {
    const headers = { 'content-type': 'application/json' };
    const { status, text } = await ask(cms.url, { method: 'POST', path: '/graphql', headers, body: JSON.stringify({ query }) });
    return [status, text];
  };
  const said = 'The thread that answers strangers failed: Error: A thread that dies';
  await expect.poll(cms.output, { timeout: 20_000 }).toContain(said);
  expect(await asStranger('{ articles(pagination: { limit: 1 }) { __typename } }')).toEqual([
    200,
    '{"data":{"articles":[{"__typename":"Article"}]}}',
  ]);
  expect(cms.output().split(said)).toHaveLength(2);
  await cms.stop();
  copy.remove();
});
