import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { ARTICLE, articleData, openShelf } from '../support/content.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

const SITE_TOKEN = Buffer.from(randomUUID().repeat(2)).toString('base64');
const articles = `/content-manager/collection-types/${ARTICLE}`;
const SECRET_WORDS = 'Words of a draft that nobody published';

let cms: TestCms;
let documentId: string;
beforeAll(async () => {
  cms = await bootStrapi({ SITE_TOKEN });
  const shelf = await openShelf(cms.strapi);
  const { body } = await cms.admin('POST', articles, {
    ...articleData(shelf, { title: SECRET_WORDS }),
    category: null,
    author: null,
    shortAnswer: null,
  });
  ({ documentId } = (body as { data: { documentId: string } }).data);
});
afterAll(() => cms.stop());

const channel = (path: string, question: object, token: string | null = SITE_TOKEN) =>
  fetch(`${cms.url}/preview/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      connection: 'close',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(question),
  });

async function editorToken(id = documentId): Promise<string> {
  const { body } = await cms.admin('GET', `/content-manager/preview/url/${ARTICLE}?documentId=${id}&status=draft`);
  return (body as { data: { url: string } }).data.url.split('/preview/')[1] ?? '';
}

const query = 'query Draft($documentId: ID!) { article(documentId: $documentId) { documentId title shortAnswer } }';

interface Link {
  id: number;
  url: string;
  expiresAt: string;
}

describe('a preview', () => {
  it('shows the site the one draft that its token is for, unfinished as it is', async () => {
    const response = await channel('document', { token: await editorToken(), query });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ data: { article: { documentId, title: SECRET_WORDS, shortAnswer: '' } } });
  });

  it('opens nothing without the site’s own token, or with a forged one', async () => {
    const token = await editorToken();
    const [payload = '', signature = ''] = token.split('.');
    const forged = `${payload}.${Array.from(signature).reverse().join('')}`;
    const answers = await Promise.all([
      channel('document', { token, query }, null),
      channel('document', { token, query }, 'wrong'),
      channel('document', { token: forged, query }),
      channel('state', { token: forged }),
      channel('document', {}),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  it('lets no draft out by any other field or by the public interface', async () => {
    const other = await editorToken('another0000000000000000a');
    const list = '{ articles(pagination: { limit: 100 }) { title } }';
    const listed = await (await channel('document', { token: await editorToken(), query: list })).text();
    expect(listed).not.toContain(SECRET_WORDS);
    expect(await (await channel('document', { token: other, query })).text()).not.toContain(SECRET_WORDS);
    expect(JSON.stringify(await cms.graphql(list))).not.toContain(SECRET_WORDS);
  });

  it('sees every save', async () => {
    const token = await editorToken();
    const state = async () => ((await (await channel('state', { token })).json()) as { version: string }).version;
    const before = await state();
    expect(await state()).toBe(before);
    await cms.admin('PUT', `${articles}/${documentId}`, { summary: 'Changed.' });
    expect(await state()).not.toBe(before);
  });
});

describe('the preview of an editor', () => {
  const MINUTE_MS = 60_000;
  interface State {
    renewed: string | null;
  }
  const opened = Date.now();
  const at = (minutes: number) => vi.setSystemTime(opened + minutes * MINUTE_MS);
  const look = async (token: string) => {
    const response = await channel('state', { token });
    return response.status === 200 ? ((await response.json()) as State).renewed : response.status;
  };
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: opened });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is over after a quarter of an hour, unless it is open and goes on under a new token', async () => {
    const first = await editorToken();
    expect(await look(first)).toBeNull();
    at(7);
    expect(await look(first)).toBeNull();
    at(8);
    const second = await look(first);
    if (typeof second !== 'string') throw new Error('It was not renewed.');
    expect(second).not.toBe(first);
    at(14);
    expect((await channel('document', { token: first, query })).status).toBe(200);
    at(15);
    expect((await channel('document', { token: first, query })).status).toBe(404);
    expect(await look(first)).toBe(404);
    expect(await (await channel('document', { token: second, query })).json()).toMatchObject({
      data: { article: { title: SECRET_WORDS } },
    });
    at(24);
    expect(await look(second)).toBe(404);
  });

  it('goes on for a working day of twelve hours at the longest', async () => {
    let token = await editorToken();
    let minutes = 0;
    for (let renewed: string | number | null = token; typeof renewed === 'string'; renewed = await look(token)) {
      token = renewed;
      minutes += 10;
      at(minutes);
    }
    expect(minutes / 60).toBeGreaterThan(11.9);
    expect(minutes / 60).toBeLessThan(12.5);
    at(minutes + 10);
    expect(await look(token)).toBe(404);
  });

  it('does not go on for somebody who has no account any more', async () => {
    const token = await editorToken();
    const users = cms.strapi.db.query('admin::user');
    at(10);
    await users.updateMany({ where: {}, data: { isActive: false } as never });
    expect(await look(token)).toBeNull();
    await users.updateMany({ where: {}, data: { isActive: true } as never });
    expect(await look(token)).toEqual(expect.any(String));
  });

  it('opens its own document and no other, whatever is asked with it', async () => {
    const { body } = await cms.admin('POST', articles, { ...articleData(await openShelf(cms.strapi)), title: 'Another draft' });
    const { documentId: other } = (body as { data: { documentId: string } }).data;
    for (const [token, own, foreign] of [
      [await editorToken(), documentId, other],
      [await editorToken(other), other, documentId],
    ] as const) {
      const ask = async (id: string) =>
        (await (await channel('document', { token, query, variables: { documentId: id } })).json()) as {
          data: { article: { documentId: string } | null };
        };
      expect((await ask(own)).data.article?.documentId).toBe(own);
      expect(JSON.stringify(await ask(foreign))).not.toContain(foreign);
    }
  });

  it('is no link for a reviewer, which is good for a week and never renewed', async () => {
    const made = await cms.admin('POST', '/preview-links', { model: ARTICLE, documentId });
    const { url, expiresAt } = made.body as Link;
    expect(new Date(expiresAt).getTime() - Date.now()).toBe(7 * 24 * 60 * MINUTE_MS);
    const token = url.split('/preview/')[1] ?? '';
    const week = 7 * 24 * 60;
    at(week - 1);
    expect(await look(token)).toBeNull();
    const listed = async () => (await cms.admin('GET', `/preview-links/${ARTICLE}/${documentId}`)).body as { links: Link[] };
    expect((await listed()).links.map((link) => link.url)).toContain(url);
    at(week);
    expect(await look(token)).toBe(404);
    expect((await listed()).links.map((link) => link.url)).not.toContain(url);
  });
});

describe('a link for a reviewer', () => {
  it('opens the draft until it is taken back, and is listed', async () => {
    const made = await cms.admin('POST', '/preview-links', { model: ARTICLE, documentId, label: 'Dr. Outside' });
    const { id, url } = made.body as Link;
    const token = url.split('/preview/')[1] ?? '';
    expect((await channel('document', { token, query })).status).toBe(200);
    const listed = await cms.admin('GET', `/preview-links/${ARTICLE}/${documentId}`);
    expect((listed.body as { links: Link[] }).links[0]).toMatchObject({ id, url, label: 'Dr. Outside' });
    // Whoever may read another kind of content does not get at it by that.
    for (const [model, status] of Object.entries({ 'api::category.category': 404, 'api::clinic.clinic': 200 })) {
      const other = await cms.admin('GET', `/preview-links/${model}/${documentId}`);
      expect(other.status).toBe(status);
      expect(JSON.stringify(other.body)).not.toContain(token);
    }
    expect((await cms.admin('DELETE', `/preview-links/${id}`)).status).toBe(200);
    expect((await channel('document', { token, query })).status).toBe(404);
  });

  it('is made by editors only, for 1 to 30 days', async () => {
    const stranger = await fetch(`${cms.url}/preview-links`, { method: 'POST', headers: { connection: 'close' } });
    expect(stranger.status).toBe(401);
    const tooLong = await cms.admin('POST', '/preview-links', { model: ARTICLE, documentId, days: 31 });
    expect(tooLong.status).toBe(400);
  });
});

describe('what the panel beside an article asks', () => {
  it('is answered: what the draft refers to, dead links and words to avoid', async () => {
    const { status, body } = await cms.admin('POST', '/readiness', {
      documentId,
      paths: ['/about', '/articles/nowhere'],
      sources: [],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ dead: ['/articles/nowhere'], saved: { category: null, sources: [] } });
    expect((body as { wordsToAvoid: string }).wordsToAvoid).toContain('guarantee*');
    expect((await fetch(`${cms.url}/readiness`, { method: 'POST', headers: { connection: 'close' } })).status).toBe(401);
  });
});

it('the desk is arranged at the start: columns, names and descriptions', async () => {
  const { body } = await cms.admin('GET', `/content-manager/content-types/${ARTICLE}/configuration`);
  const { contentType } = (
    body as { data: { contentType: { layouts: { list: string[] }; metadatas: Record<string, { edit: { label: string } }> } } }
  ).data;
  expect(contentType.layouts.list.slice(0, 3)).toEqual(['title', 'category', 'reviewState']);
  expect(contentType.metadatas['shortAnswer']?.edit.label).toBe('Short answer');
});
