import { readFileSync } from 'node:fs';

import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask, type Answer } from '../support/ask.ts';
import { plantCanaries, CANARY } from '../support/canaries.ts';
import { bombRequests } from '../support/hostile/bombs.ts';
import { draftRequests } from '../support/hostile/drafts.ts';
import { formRequests } from '../support/hostile/forms.ts';
import { randomQueries } from '../support/hostile/random-queries.ts';
import type { HostileRequest } from '../support/hostile/types.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

let cms: TestCms;
let groups: Record<string, HostileRequest[]>;
beforeAll(async () => {
  cms = await bootStrapi();
  const secrets = await plantCanaries(cms);
  const schema = buildSchema(readFileSync(new URL('../../packages/types/schema.graphql', import.meta.url), 'utf8'));
  groups = {
    drafts: draftRequests(secrets),
    bombs: bombRequests(),
    forms: formRequests(),
    chance: randomQueries(schema, secrets, 400, 2026),
  };
  // Without a token of the site's own, everything is answered in full in this thread. What the thread of strangers does by itself when it starts
  // is done here: every text is written as Markdown once.
  const everyText = JSON.stringify({ query: '{ articles(pagination: { limit: 50 }) { markdown plainText headings { id } } }' });
  await ask(cms.url, { method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json' }, body: everyText });
  // The first request of a process compiles what it needs.
  for (const request of groups['chance']?.slice(0, 20) ?? []) await send(request);
});
afterAll(() => cms.stop());

const send = ({ method, path, headers, body }: HostileRequest): Promise<Answer> =>
  ask(cms.url, { method, path, headers: { ...headers, 'content-length': String(body?.length ?? 0) }, ...(body && { body }) });

/** An answer and what it took of the processor, the asking included: server and client share a process here. */
async function timed(request: HostileRequest): Promise<{ answer: Answer; ms: number }> {
  const begun = process.cpuUsage();
  const answer = await send(request);
  const { user, system } = process.cpuUsage(begun);
  return { answer, ms: (user + system) / 1_000 };
}

/** Without what an answer may repeat to whoever spelled it out: the address of a withdrawn page, the words of a corrected search. */
function withoutEchoes(text: string, body: HostileRequest['body']): string {
  const isAsked = (words: string) => String(body).includes(words);
  return text
    .replaceAll(/"from":"\/articles\/([^"]+)"/g, (echo, slug: string) => (isAsked(slug) ? '' : echo))
    .replaceAll(/"didYouMean":"([^"]+)"/g, (_echo, words: string) =>
      words
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => !isAsked(word))
        .join(' '),
    );
}

/** What is wrong with an answer; null if nothing is. */
function complaint({ expected, body }: HostileRequest, { status, text }: Answer): string | null {
  if (status >= 500 || status < 200) return `answered ${status}`;
  if (text.includes('INTERNAL_SERVER_ERROR')) return 'answered an error of our own';
  if (withoutEchoes(text, body).toLowerCase().includes(CANARY)) return 'holds what is not published';
  if (/sqlite|\bselect .+ from |node_modules|\$2[aby]\$|resetPasswordToken":/i.test(text) && expected === 'refused')
    return 'tells of the inside';
  if (expected === 'refused' && (status < 400 || status >= 500)) return `answered ${status}, not refused`;
  return null;
}

describe('hostile and curious requests', () => {
  it('are many', () => {
    expect(Object.values(groups).flat().length).toBeGreaterThan(1_000);
  });

  it.each(['drafts', 'bombs', 'forms', 'chance'])(
    'are refused, or answered with what is public: %s',
    async (group) => {
      const wrong: string[] = [];
      const times: number[] = [];
      let slowest = '';
      for (const request of groups[group] ?? []) {
        const { answer, ms } = await timed(request);
        if (ms > Math.max(0, ...times)) slowest = `${request.name} ${String(request.body).slice(0, 600)}`;
        times.push(ms);
        const problem = complaint(request, answer);
        if (problem)
          wrong.push(`${request.name} ${problem}: ${String(request.body).slice(0, 200)} → ${answer.text.slice(0, 200)}`);
      }
      times.sort((a, b) => a - b);
      const at = (part: number) => (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1);
      process.stdout.write(
        `${group}: ${times.length} requests, ms of CPU p50 ${at(0.5)}, p99 ${at(0.99)}, max ${at(1)}: ${slowest}\n`,
      );
      expect(wrong).toEqual([]);
    },
    240_000,
  );

  it('say in one shape what was wrong, with a code, the limit and what was asked', async () => {
    for (const request of [...(groups['bombs'] ?? []), ...(groups['forms'] ?? [])]) {
      if (request.expected !== 'refused' || request.method !== 'POST' || request.path !== '/graphql') continue;
      const { status, text } = await send(request);
      if (request.headers['content-type']?.startsWith('multipart')) continue;
      const { errors } = JSON.parse(text) as { errors: { message: string; extensions: Record<string, unknown> }[] };
      const [error] = errors;
      expect(error?.message.length, text).toBeGreaterThan(10);
      expect(error?.extensions['code'], `${request.name} ${status} ${text}`).toMatch(/^[A-Z_]+$/);
      if (/TOO_(?!POWERFUL)/.test(String(error?.extensions['code']))) {
        expect(error?.extensions, text).toMatchObject({
          limit: expect.any(Number) as number,
          asked: expect.any(Number) as number,
        });
      }
    }
  }, 240_000);
});
