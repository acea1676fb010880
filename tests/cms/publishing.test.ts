import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ARTICLE, articleData, openShelf, paragraph, text, type Refused, type Shelf } from '../support/content.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

let cms: TestCms;
let shelf: Shelf;
beforeAll(async () => {
  cms = await bootStrapi();
  shelf = await openShelf(cms.strapi);
});
afterAll(() => cms.stop());

type Data = Record<string, unknown>;
const articles = '/content-manager/collection-types/api::article.article';
const documents = () => cms.strapi.documents(ARTICLE);
const create = async (changes: Data = {}) =>
  (await documents().create({ data: articleData(shelf, changes) as never })).documentId;
const publish = (documentId: string) => documents().publish({ documentId });
const slugOf = async (documentId: string) =>
  ((await documents().findOne({ documentId, status: 'draft' })) as { slug?: string } | null)?.slug ?? '';
const isPublic = async (documentId: string) => {
  const { data } = await cms.graphql(`{ article(documentId: "${documentId}") { slug } }`);
  return (data as unknown as { article: unknown } | null)?.article != null;
};
const problems = (body: unknown) =>
  ((body as Refused).error.details.errors ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
const problemsOf = async (write: Promise<unknown>): Promise<string[]> => {
  const error = await write.then(
    () => null,
    (reason: unknown) => reason as { name: string; details: { errors: { path: (string | number)[]; message: string }[] } },
  );
  expect(error?.name).toBe('ValidationError');
  return (error?.details.errors ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
};

/** The state of the feed's row of a document. */
const feedOf = async (documentId: string) => {
  const row = (await cms.strapi.db.connection('public_changes').where({ document_id: documentId }).first()) as Data | undefined;
  return row ? { isLive: Boolean(row['is_live']), slug: row['slug'], position: Number(row['position']) } : null;
};

describe('every way to publish', () => {
  const unready = () =>
    articleData(shelf, { category: null, body: [text(paragraph('See ', ['this', '/articles/nowhere'], '.'))] });
  const draft = async (data: Data) => (await documents().create({ data: data as never })).documentId;
  const ways: [name: string, publish: (data: Data) => Promise<unknown>][] = [
    [
      'the Publish button of a saved entry',
      async (data) => cms.admin('POST', `${articles}/${await draft(data)}/actions/publish`, data),
    ],
    ['the Publish button of a new entry', (data) => cms.admin('POST', `${articles}/actions/publish`, data)],
    [
      'publishing several entries',
      async (data) => cms.admin('POST', `${articles}/actions/bulkPublish`, { documentIds: [await draft(data)] }),
    ],
    ['the document service', async (data) => documents().publish({ documentId: await draft(data) })],
    ['creating as published', (data) => documents().create({ data: data as never, status: 'published' })],
    [
      'updating as published',
      async (data) => documents().update({ documentId: await draft(data), data: {}, status: 'published' } as never),
    ],
    [
      'the entity service',
      (data) =>
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- old, but there: it must not be a way around the gate.
        cms.strapi.entityService.create(ARTICLE, { data: { ...data, publishedAt: new Date() } as never }),
    ],
  ];
  const succeeded = async (outcome: Promise<unknown>) =>
    outcome.then(
      (answer) => ((answer as { status?: number }).status ?? 200) < 300,
      () => false,
    );
  const publicIn = async (slug: unknown) => {
    const { data } = await cms.graphql('query ($slug: String!) { articles(filters: { slug: { eq: $slug } }) { documentId } }', {
      slug,
    });
    return (data?.['articles'] as unknown as { documentId: string }[])[0]?.documentId;
  };

  it.each(ways)('passes the gate and enters the feed: %s', async (_name, way) => {
    const bad = unready();
    expect(await succeeded(way(bad))).toBe(false);
    expect(await publicIn(bad['slug'])).toBeUndefined();

    const good = articleData(shelf);
    expect(await succeeded(way(good))).toBe(true);
    const documentId = (await publicIn(good['slug'])) ?? '';
    expect(await feedOf(documentId)).toMatchObject({ isLive: true, slug: good['slug'] });
  });

  const withdrawals: [name: string, withdraw: (documentId: string) => Promise<unknown>][] = [
    ['the Unpublish button', (id) => cms.admin('POST', `${articles}/${id}/actions/unpublish`, {})],
    ['Unpublish and discard', (id) => cms.admin('POST', `${articles}/${id}/actions/unpublish`, { discardDraft: true })],
    ['unpublishing several entries', (id) => cms.admin('POST', `${articles}/actions/bulkUnpublish`, { documentIds: [id] })],
    ['the Delete button', (id) => cms.admin('DELETE', `${articles}/${id}`)],
    ['deleting several entries', (id) => cms.admin('POST', `${articles}/actions/bulkDelete`, { documentIds: [id] })],
    ['the document service', (id) => documents().unpublish({ documentId: id })],
    ['the document service, deleting', (id) => documents().delete({ documentId: id })],
  ];

  it.each(withdrawals)('leaves a tombstone and a page that says so: %s', async (_name, withdraw) => {
    const documentId = await create();
    await publish(documentId);
    const slug = await slugOf(documentId);
    expect(await succeeded(withdraw(documentId))).toBe(true);
    expect(await isPublic(documentId)).toBe(false);
    expect(await feedOf(documentId)).toMatchObject({ isLive: false, slug });
    const { data } = await cms.graphql(`{ articleBySlug(slug: "${slug}") { __typename } }`);
    expect(data?.['articleBySlug']).toEqual({ __typename: 'GoneArticle' });
  });

  const harmless: [name: string, write: (documentId: string) => Promise<unknown>][] = [
    ['saving a draft', async (id) => cms.admin('PUT', `${articles}/${id}`, { title: 'Changed' })],
    ['discarding changes', (id) => cms.admin('POST', `${articles}/${id}/actions/discard`, {})],
    ['a copy', async (id) => cms.admin('POST', `${articles}/clone/${id}`, { slug: `copy-${id}` })],
  ];

  it.each(harmless)('changes nothing for visitors: %s', async (_name, write) => {
    const documentId = await create();
    await publish(documentId);
    const before = await feedOf(documentId);
    expect(await succeeded(write(documentId))).toBe(true);
    expect(await feedOf(documentId)).toEqual(before);
    expect(await isPublic(documentId)).toBe(true);
  });

  it('is the same for the clinic, which is a page of its own', async () => {
    const clinic = '/content-manager/single-types/api::clinic.clinic';
    const [documentId] = (
      (await cms.strapi.db.query('api::clinic.clinic').findMany({ select: ['documentId'] })) as { documentId: string }[]
    ).map((row) => row.documentId);
    const before = await feedOf(documentId ?? '');
    const refused = await cms.admin('POST', `${clinic}/actions/publish`, {
      privacyPolicy: [paragraph(['this', '/articles/nowhere'])],
    });
    expect(refused.status).toBe(400);
    expect(problems(refused.body)).toEqual([
      'privacyPolicy: “this” leads to /articles/nowhere, where no visitor finds anything. Publish that page first, or change the link.',
    ]);
    expect(await feedOf(documentId ?? '')).toEqual(before);
    const accepted = await cms.admin('POST', `${clinic}/actions/publish`, { privacyPolicy: [paragraph(['this', '/about'])] });
    expect(accepted.status).toBe(200);
    expect((await feedOf(documentId ?? ''))?.position).toBeGreaterThan(before?.position ?? Infinity);
  });
});

describe('a refusal', () => {
  it('names every field in plain words, what Strapi checks included', async () => {
    const documentId = await create({
      summary: '',
      shortAnswer: 'x'.repeat(100),
      category: null,
      author: null,
      keyTakeaways: [],
      coverDecorative: true,
      body: [
        text(paragraph('One ', ['study', 'https://doi.org/10.1234/nobody'], ' and ', ['another', '/sources/NOBODY'])),
        { __component: 'body.callout', tone: 'note', content: [paragraph(['more on this', '/categories/nowhere/'])] },
      ],
    });
    const { status, body } = await cms.admin('POST', `${articles}/${documentId}/actions/publish`, {});
    expect(status).toBe(400);
    expect(problems(body).sort()).toEqual([
      'author: Choose who wrote it.',
      'body.0.content: Block 1 (Text): “another” cites the source NOBODY, which is not among the sources of this article. Add it there, or change the link.',
      'body.0.content: Block 1 (Text): “study” cites the DOI 10.1234/nobody, which is not among the sources of this article. Add it there, or change the link.',
      'body.1.content: Block 2 (Callout): “more on this” leads to /categories/nowhere, where no visitor finds anything. Publish that page first, or change the link.',
      'category: Choose a category.',
      'keyTakeaways: Add at least one entry to “Key takeaways”.',
      'summary: Write a summary for cards and lists.',
    ]);
  });

  it('asks for words for a picture, or that it is decorative', async () => {
    const [file] = (await cms.strapi.db.query('plugin::upload.file').findMany({ limit: 1 })) as { id: number }[];
    const documentId = await create({
      cover: file?.id,
      coverDecorative: false,
      body: [text(paragraph('Words.')), { __component: 'body.figure', image: file?.id, decorative: false }],
    });
    expect(await problemsOf(publish(documentId))).toEqual([
      'coverAlt: Describe the picture for those who cannot see it, or mark it as decorative.',
      'body.1.alt: Block 2 (Figure): Describe the picture for those who cannot see it, or mark it as decorative.',
    ]);
    await documents().update({ documentId, data: { coverAlt: 'A fern.', body: [text(paragraph('Words.'))] } as never });
    await publish(documentId);
  });

  it('to publish does not undo the save that came before it', async () => {
    const documentId = await create();
    const { status } = await cms.admin('POST', `${articles}/${documentId}/actions/publish`, {
      title: 'Kept',
      category: { set: [] },
    });
    expect(status).toBe(400);
    expect(await documents().findOne({ documentId, status: 'draft' })).toMatchObject({ title: 'Kept' });
    expect(await isPublic(documentId)).toBe(false);
  });

  it('leaves the published version and the feed as they were', async () => {
    const documentId = await create();
    await publish(documentId);
    const before = await feedOf(documentId);
    await documents().update({ documentId, data: { author: null } as never });
    await expect(publish(documentId)).rejects.toThrow('Choose who wrote it.');
    expect(await feedOf(documentId)).toEqual(before);
    const { data } = await cms.graphql(`{ article(documentId: "${documentId}") { author { name } } }`);
    expect(data?.['article']).toMatchObject({ author: { name: expect.any(String) as string } });
  });

  it('of one of several undoes them all and says whose it is', async () => {
    const good = await create();
    const bad = await create({ author: null, title: 'The unready one' });
    const { status, body } = await cms.admin('POST', `${articles}/actions/bulkPublish`, { documentIds: [good, bad] });
    expect(status).toBe(400);
    expect(problems(body)).toEqual(['author: The unready one: Choose who wrote it.']);
    expect(await isPublic(good)).toBe(false);
  });
});

describe('a link', () => {
  const linking = (url: string) => create({ body: [text(paragraph(['words', url]))] });

  it.each([
    '/',
    '/about',
    '/articles?category=x',
    '/glossary',
    'https://example.com/x',
    'mailto:a@example.com',
    'http://localhost:3000/privacy',
  ])('may lead to %s', async (url) => {
    await publish(await linking(url));
  });

  it.each([
    '/nowhere',
    '/articles/nowhere',
    '/authors/nobody',
    '/glossary#nothing',
    '/media/none.png',
    'http://localhost:3000/articles/nowhere',
  ])('may not lead to %s', async (url) => {
    await expect(publish(await linking(url))).rejects.toThrow('no visitor finds anything');
  });

  it('may lead to an article once that is published, and to where it was before', async () => {
    const target = await create();
    const slug = await slugOf(target);
    const from = await linking(`/articles/${slug}#part`);
    await expect(publish(from)).rejects.toThrow('no visitor finds anything');
    await publish(target);
    await publish(from);
    await documents().update({ documentId: target, data: { slug: `${slug}-moved` } as never });
    await publish(target);
    await publish(from);
  });

  it('may lead to an article that is published together with it', async () => {
    const [one, two] = [articleData(shelf), articleData(shelf)];
    const ids: string[] = [];
    for (const [own, other] of [
      [one, two],
      [two, one],
    ] as const) {
      ids.push(await create({ ...own, body: [text(paragraph(['the other', `/articles/${String(other['slug'])}`]))] }));
    }
    const { status } = await cms.admin('POST', `${articles}/actions/bulkPublish`, { documentIds: ids });
    expect(status).toBe(200);
    for (const id of ids) expect(await isPublic(id)).toBe(true);
  });

  it('that cites a source of the article is fine, by DOI or by key', async () => {
    const { documentId, doi, citationKey } = shelf.source;
    await publish(
      await create({
        sources: [documentId],
        body: [text(paragraph(['one', `https://doi.org/${doi.toUpperCase()}`], ['two', `/sources/${citationKey}`]))],
      }),
    );
  });
});

describe('what is set on the article', () => {
  it.each([
    ['api::category.category', 'articles', () => shelf.category],
    ['api::source.source', 'articles', () => shelf.source.documentId],
    ['api::contributor.contributor', 'written', () => shelf.author],
  ])('cannot be changed from %s', async (uid, field, id) => {
    const article = await create();
    const path = `/content-manager/collection-types/${uid}/${id()}`;
    const { status, body } = await cms.admin('PUT', path, { [field]: { connect: [{ documentId: article }], disconnect: [] } });
    expect(status).toBe(400);
    expect(problems(body)[0]).toContain('Set this on the article');
    expect((await cms.admin('PUT', path, { [field]: { connect: [], disconnect: [] } })).status).toBe(200);
  });
});

describe('first publication', () => {
  it('is remembered through edits, withdrawal and return, and not passed on to a copy', async () => {
    const first = async (id: string) => {
      const { data } = await cms.graphql(`{ article(documentId: "${id}") { firstPublishedAt publishedAt } }`);
      return data?.['article'] as unknown as { firstPublishedAt: string; publishedAt: string };
    };
    const documentId = await create();
    await publish(documentId);
    const { firstPublishedAt } = await first(documentId);
    await documents().unpublish({ documentId });
    await documents().update({ documentId, data: { title: 'Back again' } as never });
    await publish(documentId);
    const again = await first(documentId);
    expect(again.firstPublishedAt).toBe(firstPublishedAt);
    expect(again.publishedAt > firstPublishedAt).toBe(true);

    const copy = await documents().clone({ documentId, data: { slug: 'a-copy-of-it' } as never });
    const copyId = String(copy?.documentId);
    await publish(copyId);
    expect((await first(copyId)).firstPublishedAt > firstPublishedAt).toBe(true);
  });
});

describe('what the admin says of an entry', () => {
  const statusOf = async (documentId: string) => {
    const { body } = await cms.admin('GET', `${articles}/${documentId}`);
    return (body as { data: { status: string } }).data.status;
  };

  it('is “published” after publishing, however long that took, and “modified” only after the next save', async () => {
    let isSlow = true;
    cms.strapi.documents.use(async (context, next) => {
      if (isSlow && context.action === 'publish') await sleep(800);
      return next();
    });
    const documentId = await create();
    const { status } = await cms.admin('POST', `${articles}/${documentId}/actions/publish`, {
      title: 'Saved, then slowly published',
    });
    isSlow = false;
    expect(status).toBe(200);
    expect(await statusOf(documentId)).toBe('published');
    await sleep(600);
    await cms.admin('PUT', `${articles}/${documentId}`, { title: 'Saved again' });
    expect(await statusOf(documentId)).toBe('modified');
  });
});
