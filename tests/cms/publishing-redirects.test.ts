import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ARTICLE, articleData, openShelf, type Refused, type Shelf } from '../support/content.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

let cms: TestCms;
let shelf: Shelf;
beforeAll(async () => {
  cms = await bootStrapi({ SITE_URL: SITE });
  shelf = await openShelf(cms.strapi);
});
afterAll(() => cms.stop());

const documents = () => cms.strapi.documents(ARTICLE);

async function published(slug: string): Promise<string> {
  const { documentId } = await documents().create({ data: articleData(shelf, { slug }) as never });
  await documents().publish({ documentId });
  return documentId;
}

async function move(documentId: string, slug: string): Promise<void> {
  await documents().update({ documentId, data: { slug } as never });
  await documents().publish({ documentId });
}

async function at(slug: string): Promise<unknown> {
  const { data } = await cms.graphql(
    'query ($slug: String!) { articleBySlug(slug: $slug) { __typename ... on Article { documentId } ... on MovedArticle { to } } }',
    { slug },
  );
  return data?.['articleBySlug'];
}

const SITE = 'https://clinic.example';
const TAKEN = 'A page stands at this address. Redirect an address that nothing stands at.';
const RESERVED = 'The site or its CMS keeps addresses that begin like this for itself. Choose another.';
const LETTERS = 'An address holds letters, digits, hyphens, dots and underscores, with one “/” between its parts.';
const OLD = 'Write the path alone, for example “/articles/old-address”.';
const NEW = 'Write the path alone, for example “/articles/new-address”.';
const FROM_ELSEWHERE = `Only addresses of this site are redirected. ${OLD}`;
const TO_ELSEWHERE = `Redirects lead within this site only. ${NEW}`;

const redirects = '/content-manager/collection-types/api::redirect.redirect';
const write = (data: Record<string, unknown>) => cms.admin('POST', redirects, data);
const problems = (body: unknown) =>
  ((body as Partial<Refused>).error?.details.errors ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('an article that moves', () => {
  it('leaves a redirect from everywhere it has been, straight to where it is', async () => {
    const id = await published('chain-a');
    await move(id, 'chain-b');
    await move(id, 'chain-c');
    expect(await at('chain-a')).toEqual({ __typename: 'MovedArticle', to: '/articles/chain-c' });
    expect(await at('chain-b')).toEqual({ __typename: 'MovedArticle', to: '/articles/chain-c' });
    expect(await at('chain-c')).toEqual({ __typename: 'Article', documentId: id });
  });

  it('back to an old address ends the redirect from it', async () => {
    const id = await published('there');
    await move(id, 'back');
    await move(id, 'there');
    expect(await at('there')).toEqual({ __typename: 'Article', documentId: id });
    expect(await at('back')).toEqual({ __typename: 'MovedArticle', to: '/articles/there' });
  });

  it('makes room for another, which ends the redirect', async () => {
    const first = await published('room');
    await move(first, 'elsewhere');
    const second = await published('room');
    expect(await at('room')).toEqual({ __typename: 'Article', documentId: second });
  });

  it('and only once it is published', async () => {
    const id = await published('still-here');
    await documents().update({ documentId: id, data: { slug: 'not-yet' } as never });
    expect(await at('still-here')).toEqual({ __typename: 'Article', documentId: id });
    expect(await at('not-yet')).toBeNull();
  });
});

describe('an article that is withdrawn', () => {
  it('is gone at its address and at those that led there, until it comes back', async () => {
    const id = await published('gone-old');
    await move(id, 'gone-new');
    await documents().unpublish({ documentId: id });
    expect(await at('gone-new')).toEqual({ __typename: 'GoneArticle' });
    expect(await at('gone-old')).toEqual({ __typename: 'GoneArticle' });
    await documents().publish({ documentId: id });
    expect(await at('gone-new')).toEqual({ __typename: 'Article', documentId: id });
    expect(await at('gone-old')).toEqual({ __typename: 'MovedArticle', to: '/articles/gone-new' });
  });

  it('may come back elsewhere', async () => {
    const id = await published('left');
    await documents().unpublish({ documentId: id });
    await move(id, 'returned');
    expect(await at('left')).toEqual({ __typename: 'MovedArticle', to: '/articles/returned' });
  });
});

describe('a category or word that moves', () => {
  const from = (path: string): Promise<unknown> =>
    cms.strapi.db.query('api::redirect.redirect').findOne({ where: { from: path } });

  it('leaves a redirect too', async () => {
    const categories = cms.strapi.documents('api::category.category');
    const before = (await categories.findOne({ documentId: shelf.category })) as unknown as { slug: string };
    await categories.update({ documentId: shelf.category, data: { slug: 'renamed-category' } as never });
    expect(await from(`/categories/${before.slug}`)).toMatchObject({ kind: 'moved', to: '/categories/renamed-category' });
  });

  it('leaves it from its page, and back it ends it', async () => {
    const terms = cms.strapi.documents('api::glossary-term.glossary-term');
    const data = { term: 'Moving', slug: 'moving-word', definition: 'A word.' };
    const { documentId } = await terms.create({ data: data as never });
    await terms.update({ documentId, data: { slug: 'moved-word' } as never });
    expect(await from('/glossary/moving-word')).toMatchObject({ kind: 'moved', to: '/glossary/moved-word' });
    await terms.update({ documentId, data: { slug: 'moving-word' } as never });
    expect(await from('/glossary/moving-word')).toBeNull();
  });
});

describe('a redirect that an editor writes', () => {
  it('works, and is shortened when it leads to another one', async () => {
    const id = await published('target');
    await move(id, 'target-now');
    expect((await write({ from: '/articles/typo', to: '/articles/target', kind: 'moved' })).status).toBe(201);
    expect(await at('typo')).toEqual({ __typename: 'MovedArticle', to: '/articles/target-now' });
    expect((await write({ from: '/articles/older', to: '/articles/typo', kind: 'moved' })).status).toBe(201);
    expect(await at('older')).toEqual({ __typename: 'MovedArticle', to: '/articles/target-now' });
  });

  it('may say that something is gone', async () => {
    expect((await write({ from: '/articles/never-here', kind: 'gone' })).status).toBe(201);
    expect(await at('never-here')).toEqual({ __typename: 'GoneArticle' });
  });

  it.each([
    [
      'leads nowhere',
      { from: '/articles/x1', to: '/articles/nowhere', kind: 'moved' },
      'to: No visitor finds anything at this address.',
    ],
    ['leads to itself', { from: '/articles/x2', to: '/articles/x2', kind: 'moved' }, 'to: This would lead visitors in a circle.'],
    ['does not say where', { from: '/articles/x3', kind: 'moved' }, 'to: Say where the page moved to, or choose “gone”.'],
    [
      'says where what is gone is',
      { from: '/articles/x4', to: '/about', kind: 'gone' },
      'to: What is gone leads nowhere. Leave this empty, or choose “moved”.',
    ],
    ['stands on a page', { from: '/about', to: '/privacy', kind: 'moved' }, `from: ${TAKEN}`],
    ['stands on a list', { from: '/Articles/', to: '/privacy', kind: 'moved' }, `from: ${TAKEN}`],
    ['does not begin with a slash', { from: 'about', to: '/privacy', kind: 'moved' }, `from: An address begins with “/”. ${OLD}`],
    ['does not lead to a path', { from: '/x5', to: 'privacy', kind: 'moved' }, `to: An address begins with “/”. ${NEW}`],
    ['stands on another site', { from: 'https://other.example/x', to: '/about', kind: 'moved' }, `from: ${FROM_ELSEWHERE}`],
    ['leads to another site', { from: '/x6', to: 'https://evil.example/', kind: 'moved' }, `to: ${TO_ELSEWHERE}`],
    ['leads to another host', { from: '/x7', to: '//evil.example', kind: 'moved' }, `to: ${TO_ELSEWHERE}`],
    ['leads there by a backslash', { from: '/x8', to: '/\\evil.example', kind: 'moved' }, `to: ${TO_ELSEWHERE}`],
    ['leads to a script', { from: '/x9', to: 'javascript:alert(1)', kind: 'moved' }, `to: ${TO_ELSEWHERE}`],
    [
      'carries a question',
      { from: '/x10?page=2', to: '/about', kind: 'moved' },
      `from: Leave out what follows “?” or “#”. ${OLD}`,
    ],
    ['climbs', { from: '/x11', to: '/articles/../admin', kind: 'moved' }, `to: ${LETTERS} ${NEW}`],
    ['is spelled with blanks', { from: '/an old page', to: '/about', kind: 'moved' }, `from: ${LETTERS} ${OLD}`],
    ...['/admin', '/admin/settings', '/GraphQL', '/uploads/x', '/preview/x', '/media/x', '/healthz'].map(
      (from): [string, Record<string, unknown>, string] => [
        `is kept for itself: ${from}`,
        { from, to: '/about', kind: 'moved' },
        `from: ${RESERVED}`,
      ],
    ),
  ])('is refused if it %s', async (_what, data, message) => {
    const { status, body } = await write(data);
    expect(status).toBe(400);
    expect(problems(body)).toEqual([message]);
  });

  it('is one for an address, however it is spelled', async () => {
    const { body } = await write({ from: ' /Old/Page_1.HTML/ ', to: `${SITE}/About/`, kind: 'moved' });
    const { documentId, ...saved } = (body as { data: Record<string, string> }).data;
    expect(saved).toMatchObject({ from: '/old/page_1.html', to: '/about' });
    for (const path of ['/old/page_1.html', '/OLD/Page_1.html/']) {
      const { data } = await cms.graphql('query ($path: String!) { redirect(path: $path) { from to } }', { path });
      expect(data?.['redirect']).toEqual({ from: '/old/page_1.html', to: '/about' });
    }
    const second = await write({ from: '/old/PAGE_1.html', to: '/privacy', kind: 'moved' });
    expect([second.status, problems(second.body)]).toEqual([400, ['from: Another entry already has this old address.']]);
    expect((await cms.admin('PUT', `${redirects}/${documentId}`, { to: '/privacy/' })).status).toBe(200);
    const own = await cms.admin('PUT', `${redirects}/${documentId}`, { to: '/OLD/page_1.html' });
    expect(problems(own.body)).toEqual(['to: This would lead visitors in a circle.']);
  });

  it('keeps the capitals in the key of a source', async () => {
    const { data } = await cms.graphql('{ sources(pagination: { limit: 1 }) { citationKey } }');
    const sources = data?.['sources'] as unknown as { citationKey: string }[];
    const to = `/sources/${sources[0]?.citationKey ?? ''}`;
    const { status, body } = await write({ from: '/Sources/Former-KEY', to, kind: 'moved' });
    expect([status, problems(body)]).toEqual([201, []]);
    expect((body as { data: object }).data).toMatchObject({ from: '/sources/Former-KEY', to });
  });

  it('may lead to the page of a word', async () => {
    const term = { term: 'Redirected', slug: 'redirected-word', definition: 'A word.' };
    await cms.strapi.documents('api::glossary-term.glossary-term').create({ data: term as never });
    expect((await write({ from: '/words/redirected', to: '/glossary/redirected-word', kind: 'moved' })).status).toBe(201);
  });

  it('is refused if it stands on an article, or closes a circle', async () => {
    const id = await published('standing');
    expect(problems((await write({ from: '/articles/standing', to: '/about', kind: 'moved' })).body)).toEqual([`from: ${TAKEN}`]);
    await move(id, 'circle-a');
    await documents().unpublish({ documentId: id });
    const [circle] = (await cms.strapi.db
      .query('api::redirect.redirect')
      .findMany({ where: { from: '/articles/circle-a' } })) as {
      documentId: string;
    }[];
    const { body } = await cms.admin('PUT', `${redirects}/${circle?.documentId}`, { kind: 'moved', to: '/articles/standing' });
    expect(problems(body)).toEqual(['to: This would lead visitors in a circle.']);
  });

  it('can be taken back', async () => {
    const { body } = await write({ from: '/articles/for-a-day', to: '/about', kind: 'moved' });
    const { documentId } = (body as { data: { documentId: string } }).data;
    expect((await cms.admin('DELETE', `${redirects}/${documentId}`)).status).toBe(200);
    expect(await at('for-a-day')).toBeNull();
  });
});
