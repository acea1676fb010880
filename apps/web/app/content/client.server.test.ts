import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { ContentError } from './content-error.ts';

const category = { slug: 'sleep', name: 'Sleep', description: 'About sleep.', palette: 'SLATE' };
const good = () => Response.json({ data: { categories: [category] } });

/** A door to a CMS that answers as told, with a breaker that has seen nothing yet. */
async function openDoor(...answers: (() => Response | Promise<Response>)[]) {
  vi.resetModules();
  let asked = 0;
  vi.stubGlobal('fetch', () => Promise.resolve((answers[asked++] ?? answers.at(-1) ?? good)()));
  const { listCategories } = await import('./categories.server.ts');
  const { recordDependencies } = await import('./dependencies.server.ts');
  return { listCategories, recordDependencies, asked: () => asked };
}

beforeEach(() => {
  vi.unstubAllGlobals();
});

const unwell = () => new Response('canary', { status: 502 });
const hangsUp = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNRESET') }));

describe('a question to the CMS', () => {
  it('is asked again if it fails at once', async () => {
    const door = await openDoor(hangsUp, unwell, good);
    expect(await door.listCategories()).toEqual([category]);
    expect(door.asked()).toBe(3);
  });

  it('is asked once for all who ask it at the same time, and each of them notes what it read', async () => {
    const door = await openDoor(good);
    const records = await Promise.all([1, 2, 3].map(() => door.recordDependencies(() => door.listCategories())));
    expect(door.asked()).toBe(1);
    for (const { dependencies } of records) expect([...dependencies.tags]).toEqual(['category', 'category:sleep']);
  });

  it.each([
    ['refused, as if the site were a stranger', () => new Response('{}', { status: 401 })],
    ['an answer with an error in it', () => Response.json({ data: { categories: [] }, errors: [{ message: 'no' }] })],
    ['half of what was asked for', () => Response.json({ data: {} })],
    ['a page', () => new Response('<p>hello</p>', { headers: { 'content-type': 'text/html' } })],
  ])('does not count as answered by %s', async (_case, answer) => {
    const door = await openDoor(answer);
    const { dependencies } = await door.recordDependencies(async () => {
      await expect(door.listCategories()).rejects.toMatchObject({ name: 'ContentError' } satisfies Partial<ContentError>);
    });
    expect(dependencies.failed).toBe(true);
  });

  it('waits for nobody once the CMS keeps failing', async () => {
    const door = await openDoor(unwell);
    for (let i = 0; i < 10; i++) await expect(door.listCategories()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(door.asked()).toBe(5);
  });
});
