import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { buildSchema } from 'graphql';

import { bombRequests } from '../../support/hostile/bombs.ts';
import { randomQueries } from '../../support/hostile/random-queries.ts';
import { root } from '../../support/operations.ts';

import { atPace, send } from './load.ts';

// A program of its own, `attack.ts URL PER_SECOND SECONDS`: whoever measures next to it must not wait for what is sent here. Each request
// comes from another address. Prints how often each status was answered.
// In life its processors are elsewhere.
os.setPriority(os.constants.priority.PRIORITY_LOW);

const [url = '', perSecond, seconds] = process.argv.slice(2);

const schema = buildSchema(readFileSync(path.join(root, 'packages/types/schema.graphql'), 'utf8'));
const secrets = { documentIds: ['x'], slugs: ['how-psychology-lost-and-found-trauma'], citationKey: 'ZAR06' };
const hostile = [...bombRequests(), ...randomQueries(schema, secrets, 400, 2026)].filter(
  ({ method, path: to, body }) => method === 'POST' && to === '/graphql' && body !== undefined,
);

const statuses: Record<string, number> = {};
await atPace(Number(perSecond), Number(seconds), async (i) => {
  const { headers, body } = hostile[i % hostile.length] ?? { headers: {}, body: '' };
  const who = { 'x-real-ip': `198.51.${Math.floor(i / 250) % 250}.${i % 250}` };
  const { status } = await send({ url, headers: { ...headers, ...who } }, body ?? '');
  statuses[status] = (statuses[status] ?? 0) + 1;
});
process.stdout.write(JSON.stringify(statuses));
