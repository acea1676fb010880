import { readFileSync } from 'node:fs';

import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { warmUp } from '../../apps/cms/src/graphql/beside/warm-up.ts';
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
  await warmUp(async (body) => {
    const answer = await ask(cms.url, {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(200);
    return answer.text;
  });
  // The first request of a process compiles what it needs.
  for (const request of groups['chance']?.slice(0, 20) ?? []) await send(request);
});
afterAll(() => cms.stop());

const send = ({ method, path, headers, body }: HostileRequest): Promise<Answer> =>
  ask(cms.url, { method, path, headers: { ...headers, 'content-length': String(body?.length ?? 0) }, ...(body && { body }) });

interface Timed {
  answer: Answer;
  /** How long it took, the asking included. */
  ms: number;
  /** What all threads of this process worked meanwhile: server and client share it, and so does collecting garbage of earlier requests. */
  cpuMs: number;
}

async function timed(request: HostileRequest): Promise<Timed> {
  const begun = performance.now();
  const before = process.cpuUsage();
  const answer = await send(request);
  const { user, system } = process.cpuUsage(before);
  return { answer, ms: performance.now() - begun, cpuMs: (user + system) / 1_000 };
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
  return `ms p50 ${at(0.5)}, p99 ${at(0.99)}, max ${at(1)}`;
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
      const cpuTimes: number[] = [];
      let slowest = '';
      for (const request of groups[group] ?? []) {
        const { answer, ms, cpuMs } = await timed(request);
        if (ms > Math.max(0, ...times)) slowest = `${request.name} ${String(request.body).slice(0, 600)}`;
        times.push(ms);
        cpuTimes.push(cpuMs);
        const problem = complaint(request, answer);
        if (problem)
          wrong.push(`${request.name} ${problem}: ${String(request.body).slice(0, 200)} → ${answer.text.slice(0, 200)}`);
      }
      process.stdout.write(`${group}: ${times.length} requests, ${spread(times)}; of CPU ${spread(cpuTimes)}: ${slowest}\n`);
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
