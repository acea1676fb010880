import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ARTICLE, articleData, openShelf, type Shelf } from '../support/content.ts';
import { openStream } from '../support/event-stream.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

const SITE_TOKEN = randomBytes(32).toString('base64');
let cms: TestCms;
let shelf: Shelf;
beforeAll(async () => {
  cms = await bootStrapi({ SITE_TOKEN });
  shelf = await openShelf(cms.strapi);
});
afterAll(() => cms.stop());

const documents = () => cms.strapi.documents(ARTICLE);

interface Change {
  action: string;
  type: string;
  documentId: string;
  slug: string | null;
  document: Record<string, unknown> | null;
}
interface Part {
  nodes: Change[];
  cursor: string;
  hasMore: boolean;
  isRestart: boolean;
}

const QUERY = `query ($after: String, $first: Int) {
  contentChanges(after: $after, first: $first) {
    nodes {
      action type documentId slug changedAt
      document {
        __typename
        ... on Article { documentId slug title }
        ... on Category { documentId slug }
        ... on Clinic { clinicName: name }
        ... on Contributor { documentId slug }
        ... on GlossaryTerm { documentId slug }
        ... on MediaFile { documentId url }
        ... on Redirect { documentId from to }
        ... on Source { documentId citationKey }
      }
    }
    cursor hasMore isRestart
  }
}`;

async function read(after: string | null, first = 100): Promise<Part> {
  const response = await fetch(`${cms.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${SITE_TOKEN}`, connection: 'close' },
    body: JSON.stringify({ query: QUERY, variables: { after, first } }),
  });
  const { data, errors } = (await response.json()) as { data?: { contentChanges: Part }; errors?: unknown };
  expect(errors).toBeUndefined();
  if (!data) throw new Error('no answer');
  return data.contentChanges;
}

/** Somebody who keeps a copy of everything public. */
class Reader {
  readonly copy = new Map<string, Change>();
  cursor: string | null = null;

  async catchUp(first = 100): Promise<Change[]> {
    const seen: Change[] = [];
    for (;;) {
      const part = await read(this.cursor, first);
      if (part.isRestart) this.copy.clear();
      for (const change of part.nodes) {
        if (change.document) this.copy.set(`${change.type} ${change.documentId}`, change);
        else this.copy.delete(`${change.type} ${change.documentId}`);
      }
      seen.push(...part.nodes);
      this.cursor = part.cursor;
      if (!part.hasMore) return seen;
    }
  }
}

/** What is public, asked of the content itself. */
async function publicDocuments(): Promise<string[]> {
  const { data } = await cms.graphql(`{
    articles(pagination: { limit: 100 }) { documentId } categories(pagination: { limit: 100 }) { documentId }
    contributors(pagination: { limit: 100 }) { documentId } glossaryTerms(pagination: { limit: 100 }) { documentId }
  }`);
  const lists = data as unknown as Record<string, { documentId: string }[]>;
  const types = { articles: 'ARTICLE', categories: 'CATEGORY', contributors: 'CONTRIBUTOR', glossaryTerms: 'GLOSSARY_TERM' };
  return Object.entries(types).flatMap(([list, type]) => (lists[list] ?? []).map(({ documentId }) => `${type} ${documentId}`));
}

async function publish(changes: Record<string, unknown> = {}): Promise<string> {
  const { documentId } = await documents().create({ data: articleData(shelf, changes) as never });
  await documents().publish({ documentId });
  return documentId;
}

describe('the change feed', () => {
  it('tells a reader without a cursor everything that is public, in parts of any size', async () => {
    for (const size of [7, 100]) {
      const reader = new Reader();
      await reader.catchUp(size);
      for (const document of await publicDocuments()) expect([...reader.copy.keys()]).toContain(document);
      const types = new Set([...reader.copy.values()].map(({ type }) => type));
      expect(types).toEqual(new Set(['ARTICLE', 'CATEGORY', 'CLINIC', 'CONTRIBUTOR', 'GLOSSARY_TERM', 'MEDIA', 'SOURCE']));
      for (const { action } of reader.copy.values()) expect(action).toBe('PUBLISHED');
    }
  });

  it('says what happened, as the reader has to know it', async () => {
    const early = new Reader();
    const late = new Reader();
    await early.catchUp();
    const documentId = await publish({ slug: 'a-life' });
    const of = (seen: Change[]) => seen.filter((change) => change.documentId === documentId);
    expect(of(await early.catchUp())).toMatchObject([{ action: 'PUBLISHED', slug: 'a-life', document: { slug: 'a-life' } }]);

    await documents().update({ documentId, data: { title: 'Another title' } as never });
    expect(of(await early.catchUp())).toEqual([]);
    await documents().publish({ documentId });
    expect(of(await early.catchUp())).toMatchObject([{ action: 'UPDATED', document: { title: 'Another title' } }]);

    await documents().update({ documentId, data: { slug: 'another-life' } as never });
    await documents().publish({ documentId });
    const moved = await early.catchUp();
    expect(of(moved)).toMatchObject([{ action: 'MOVED', slug: 'another-life' }]);
    expect(moved.filter(({ type }) => type === 'REDIRECT')).toMatchObject([
      { action: 'PUBLISHED', slug: '/articles/a-life', document: { from: '/articles/a-life', to: '/articles/another-life' } },
    ]);
    expect(of(await late.catchUp())).toMatchObject([{ action: 'PUBLISHED', slug: 'another-life' }]);

    await documents().unpublish({ documentId });
    expect(of(await early.catchUp())).toEqual([
      expect.objectContaining({ action: 'WITHDRAWN', type: 'ARTICLE', slug: 'another-life', document: null }),
    ]);
    await documents().publish({ documentId });
    expect(of(await early.catchUp())).toMatchObject([{ action: 'PUBLISHED' }]);
  });

  it('has contributors, sources and files only while something public uses them', async () => {
    const reader = new Reader();
    await reader.catchUp();
    const person = await cms.strapi.documents('api::contributor.contributor').create({
      data: { name: 'New', slug: 'new-person', role: 'Writer', bio: [], demo: true } as never,
    });
    expect(await reader.catchUp()).toEqual([]);
    const article = await publish({ author: person.documentId });
    const appeared = (await reader.catchUp()).find(({ documentId }) => documentId === person.documentId);
    expect(appeared).toMatchObject({ type: 'CONTRIBUTOR', action: 'PUBLISHED', slug: 'new-person' });
    await documents().unpublish({ documentId: article });
    const gone = (await reader.catchUp()).find(({ documentId }) => documentId === person.documentId);
    expect(gone).toMatchObject({ action: 'WITHDRAWN', document: null });
  });

  it('keeps one row for a document, however often it changes', async () => {
    const documentId = await publish();
    const count = async () => (await cms.strapi.db.connection('public_changes').count('* as n').first<{ n: number }>()).n;
    const before = await count();
    for (let i = 0; i < 5; i++) await documents().publish({ documentId });
    expect(await count()).toBe(before);
  });

  it('begins anew for a cursor of another history, or from beyond the end', async () => {
    const { cursor } = await read(null);
    const [history = ''] = cursor.split('.');
    for (const foreign of [`000000000000.5`, `${history}.999999999`]) {
      const part = await read(foreign, 100);
      expect(part.isRestart).toBe(true);
      expect(part.nodes[0]?.action).toBe('PUBLISHED');
      expect(part.nodes.length).toBe(100);
    }
  });

  it('refuses what is no cursor, and parts out of bounds', async () => {
    for (const args of ['after: "x"', 'first: 0', 'first: 101']) {
      const { errors, status } = await cms.graphql(`{ contentChanges(${args}) { cursor } }`);
      expect(errors?.[0]?.extensions?.code, args).toBe('BAD_USER_INPUT');
      expect(status).toBe(400);
    }
  });
});

describe('the stream of changes', () => {
  const site = { authorization: `Bearer ${SITE_TOKEN}` };

  it('is for servers with a token', async () => {
    await expect(openStream(cms.url, {})).rejects.toThrow('refused with 401');
    await expect(openStream(cms.url, { authorization: 'Bearer wrong' })).rejects.toThrow('refused with 401');
  });

  it('tells of a change within a moment of its commit, and nothing of what was refused', async () => {
    const stream = await openStream(cms.url, site);
    const start = await stream.until(({ name }) => name === 'restart');
    expect(start.id).toMatch(/^[0-9a-f]{12}\.\d+$/);
    await documents()
      .create({ data: articleData(shelf, { slug: 'never-seen', author: null }) as never, status: 'published' })
      .catch(() => undefined);
    const documentId = await publish({ slug: 'seen-live' });
    const committed = performance.now();
    const event = await stream.until(({ data }) => data.documentId === documentId);
    expect(performance.now() - committed).toBeLessThan(2_000);
    expect(event).toMatchObject({ name: 'change', data: { action: 'published', type: 'article', slug: 'seen-live' } });
    expect(stream.text()).not.toContain('never-seen');
    stream.close();
  });

  it('goes on where a reader stopped', async () => {
    const first = await openStream(cms.url, site);
    const { id } = await first.until(({ name }) => name === 'restart');
    first.close();
    const one = await publish();
    const two = await publish();
    await documents().unpublish({ documentId: one });
    const second = await openStream(cms.url, { ...site, 'last-event-id': id });
    await second.until(({ data }) => data.documentId === one && data.action === 'withdrawn');
    const ids = second.events.map(({ data }) => data.documentId);
    expect(ids.indexOf(two)).toBeLessThan(ids.lastIndexOf(one));
    expect(second.events.some(({ name }) => name === 'restart')).toBe(false);
    second.close();
  });

  it('tells a reader from another history to start anew', async () => {
    const stream = await openStream(cms.url, { ...site, 'last-event-id': '000000000000.7' });
    await stream.until(({ name }) => name === 'restart');
    stream.close();
  });

  it('has room for a hundred readers, and room again when they have gone', { timeout: 30_000 }, async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => openStream(cms.url, site)));
    await expect(openStream(cms.url, site)).rejects.toThrow('refused with 503');
    for (const stream of all) stream.close();
    const isAdmitted = async () => {
      const stream = await openStream(cms.url, site).catch(() => null);
      stream?.close();
      return stream !== null;
    };
    await expect.poll(isAdmitted, { timeout: 15_000 }).toBe(true);
  });

  it('shows now and then that it is alive', async () => {
    const stream = await openStream(cms.url, site);
    await stream.until(({ name }) => name === 'restart');
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    expect(stream.text()).toContain(': still here');
    stream.close();
  });
});
