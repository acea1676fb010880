import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ARTICLE, articleData, openShelf, paragraph, text, type Refused, type Shelf } from '../support/content.ts';
import { openCrossref, type Crossref } from '../support/crossref.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

let cms: TestCms;
let shelf: Shelf;
let crossref: Crossref;
beforeAll(async () => {
  crossref = await openCrossref();
  cms = await bootStrapi({ CROSSREF_URL: crossref.url });
  shelf = await openShelf(cms.strapi);
});
afterAll(async () => {
  await cms.stop();
  await crossref.close();
});

type Data = Record<string, unknown>;
const collection = (uid: string) => `/content-manager/collection-types/${uid}`;
const messageOf = (body: unknown) => (body as Refused).error.message;

async function make(uid: string, data: Data): Promise<string> {
  return (await cms.strapi.documents(uid as typeof ARTICLE).create({ data: data as never })).documentId;
}

async function publish(changes: Data): Promise<string> {
  const documentId = await make(ARTICLE, articleData(shelf, changes));
  await cms.strapi.documents(ARTICLE).publish({ documentId });
  return documentId;
}

async function stillThere(uid: string, documentId: string): Promise<boolean> {
  return (await cms.strapi.db.query(uid).findOne({ where: { documentId } })) !== null;
}

const person = (slug: string) => ({ name: `Person ${slug}`, slug, role: 'Writer', bio: [paragraph('Someone.')], demo: true });
const study = (citationKey: string, doi: string) => ({
  citationKey,
  doi,
  authors: 'Nobody N',
  title: 'A study',
  year: 2020,
  studyDesign: 'book',
  toVerify: false,
});
const shelfOf = (slug: string) => ({ name: slug, slug, description: 'Things.', order: 99, palette: 'fern' });
const word = (slug: string) => ({ term: slug, slug, definition: 'A word.' });

describe('what a published article depends on cannot be deleted', () => {
  const uses: [uid: string, entry: Data, use: (documentId: string) => Data][] = [
    ['api::category.category', shelfOf('kept-category'), (category) => ({ category })],
    ['api::contributor.contributor', person('kept-author'), (author) => ({ author })],
    ['api::contributor.contributor', person('kept-reviewer'), (reviewer) => ({ reviewer })],
    ['api::source.source', study('KEPT20', '10.1234/kept'), (source) => ({ sources: [source] })],
    [
      'api::glossary-term.glossary-term',
      word('kept-word'),
      () => ({ body: [text(paragraph(['a word', '/glossary#kept-word']))] }),
    ],
  ];

  it.each(uses)('%s', async (uid, entry, use) => {
    const documentId = await make(uid, entry);
    const article = await publish({ title: `The page on ${uid}`, ...use(documentId) });
    for (const refused of [
      await cms.admin('DELETE', `${collection(uid)}/${documentId}`),
      await cms.admin('POST', `${collection(uid)}/actions/bulkDelete`, { documentIds: [documentId] }),
    ]) {
      expect(refused.status).toBe(400);
      expect(messageOf(refused.body)).toBe(
        `This cannot be deleted, because published pages depend on it: “The page on ${uid}”. Change those first.`,
      );
    }
    expect(await stillThere(uid, documentId)).toBe(true);
    await cms.strapi.documents(ARTICLE).unpublish({ documentId: article });
    expect((await cms.admin('DELETE', `${collection(uid)}/${documentId}`)).status).toBe(200);
    expect(await stillThere(uid, documentId)).toBe(false);
  });

  it('another article that it links to or leads to', async () => {
    const linked = await publish({ slug: 'linked-to' });
    const related = await publish({ slug: 'led-to' });
    await publish({ title: 'The one that links', body: [text(paragraph(['there', '/articles/linked-to']))], related: [related] });
    for (const documentId of [linked, related]) {
      const { status, body } = await cms.admin('DELETE', `${collection(ARTICLE)}/${documentId}`);
      expect(status).toBe(400);
      expect(messageOf(body)).toContain('“The one that links”');
      // Taking a page off the site must always be possible.
      await cms.strapi.documents(ARTICLE).unpublish({ documentId });
      expect((await cms.admin('DELETE', `${collection(ARTICLE)}/${documentId}`)).status).toBe(200);
    }
  });

  it('unless all of it goes at once', async () => {
    const one = await publish({ slug: 'together-one' });
    const two = await publish({ slug: 'together-two', body: [text(paragraph(['there', '/articles/together-one']))] });
    const { status } = await cms.admin('POST', `${collection(ARTICLE)}/actions/bulkDelete`, { documentIds: [one, two] });
    expect(status).toBe(200);
    expect(await stillThere(ARTICLE, one)).toBe(false);
  });

  it('and drafts do not count', async () => {
    const documentId = await make('api::contributor.contributor', person('drafts-only'));
    await make(ARTICLE, articleData(shelf, { author: documentId }));
    expect((await cms.admin('DELETE', `${collection('api::contributor.contributor')}/${documentId}`)).status).toBe(200);
  });
});

describe('a name that published texts use', () => {
  it('cannot change under a citation', async () => {
    const source = await make('api::source.source', study('CITED1', '10.1234/cited'));
    await publish({ title: 'Citing', sources: [source], body: [text(paragraph(['it', 'https://doi.org/10.1234/cited']))] });
    const path = `${collection('api::source.source')}/${source}`;
    const refused = await cms.admin('PUT', path, { doi: '10.1234/other' });
    expect(refused.status).toBe(400);
    expect(messageOf(refused.body)).toContain('cite this work by its present DOI or key: “Citing”');
    expect((await cms.admin('PUT', path, { title: 'A study, corrected' })).status).toBe(200);
    expect((await cms.admin('PUT', path, { citationKey: 'CITED2' })).status).toBe(200);
  });

  it('cannot change under a link into the glossary', async () => {
    const term = await make('api::glossary-term.glossary-term', word('linked-word'));
    await publish({ title: 'Explaining', body: [text(paragraph(['it', '/glossary#linked-word']))] });
    const { status, body } = await cms.admin('PUT', `${collection('api::glossary-term.glossary-term')}/${term}`, {
      slug: 'other-word',
    });
    expect(status).toBe(400);
    expect(messageOf(body)).toContain('“Explaining”');
  });
});

describe('a file', () => {
  async function upload(name: string, attachTo?: Data): Promise<{ id: number; documentId: string; url: string; hash: string }> {
    const form = new FormData();
    form.append('files', new Blob([PIXEL], { type: 'image/png' }), name);
    form.append('fileInfo', JSON.stringify({ name }));
    for (const [key, value] of Object.entries(attachTo ?? {})) form.append(key, String(value));
    const response = await fetch(`${cms.url}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await cms.token()}`, connection: 'close' },
      body: form,
    });
    expect(response.status, await response.clone().text()).toBe(201);
    const [file] = (await response.json()) as { id: number; documentId: string; url: string; hash: string }[];
    if (!file) throw new Error('nothing was uploaded');
    return file;
  }
  const fetched = async (url: string) => (await fetch(`${cms.url}${url}`, { headers: { connection: 'close' } })).status;

  it('that a published page shows cannot be deleted, alone, among others or with its folder', async () => {
    const shown = await upload('shown.png');
    const unused = await upload('unused.png');
    const { body } = await cms.admin('POST', '/upload/folders', { name: 'A folder', parent: null });
    const folder = (body as { data: { id: number } }).data.id;
    const article = await publish({ title: 'Showing', cover: shown.id, coverDecorative: true });
    await cms.admin('POST', '/upload/actions/bulk-move', { fileIds: [shown.id], folderIds: [], destinationFolderId: folder });
    for (const refused of [
      await cms.admin('DELETE', `/upload/files/${shown.id}`),
      await cms.admin('POST', '/upload/actions/bulk-delete', { fileIds: [unused.id, shown.id], folderIds: [] }),
      await cms.admin('POST', '/upload/actions/bulk-delete', { fileIds: [], folderIds: [folder] }),
    ]) {
      expect(refused.status).toBe(400);
      expect(messageOf(refused.body)).toContain(
        '“shown.png” cannot be deleted, because published pages depend on it: “Showing”.',
      );
    }
    expect(await fetched(shown.url)).toBe(200);
    expect(await fetched(unused.url)).toBe(200);
    await cms.strapi.documents(ARTICLE).unpublish({ documentId: article });
    expect((await cms.admin('POST', '/upload/actions/bulk-delete', { fileIds: [], folderIds: [folder] })).status).toBe(200);
    expect(await fetched(shown.url)).toBe(404);
  });

  it('that a text links to cannot be deleted either', async () => {
    const file = await upload('leaflet.png');
    await publish({ title: 'Linking', body: [text(paragraph(['the leaflet', `/media/${path.basename(file.url)}`]))] });
    const { status, body } = await cms.admin('DELETE', `/upload/files/${file.id}`);
    expect(status).toBe(400);
    expect(messageOf(body)).toContain('“Linking”');
  });

  it('cannot be slipped into a published article by uploading it', async () => {
    const documentId = await publish({ title: 'No cover', cover: null });
    const row = (await cms.strapi.db.query(ARTICLE).findOne({ where: { documentId, publishedAt: { $notNull: true } } })) as {
      id: number;
    };
    await upload('slipped.png', { ref: ARTICLE, refId: row.id, field: 'cover' });
    const { data } = await cms.graphql(`{ article(documentId: "${documentId}") { cover { url } } }`);
    expect(data?.['article']).toEqual({ cover: null });
  });

  it('that changes moves the pages that show it in the feed', async () => {
    const file = await upload('changing.png');
    const documentId = await publish({ cover: file.id, coverDecorative: true });
    const position = async (id: string) =>
      Number((await cms.strapi.db.connection('public_changes').where({ document_id: id }).first<Data>())['position']);
    const [fileBefore, articleBefore] = [await position(file.documentId), await position(documentId)];
    const { status } = await cms.admin('PUT', `/upload/files/${file.id}`, { fileInfo: { name: 'renamed.png' } });
    expect(status).toBe(200);
    expect(await position(file.documentId)).toBeGreaterThan(fileBefore);
    expect(await position(documentId)).toBeGreaterThan(articleBefore);
  });
});

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('where something is used is told', () => {
  interface Told {
    uses: { name: string; state: string; places: string[] }[];
    hasMore: boolean;
  }
  const told = async (uid: string, documentId: string) => (await cms.admin('GET', `/uses/${uid}/${documentId}`)).body as Told;

  it('of a source: each place that cites it, by the block’s number and heading, in published pages and drafts', async () => {
    const documentId = await make('api::source.source', study('TOLD20', '10.1234/told'));
    const heading = { type: 'heading', level: 2, children: [{ type: 'text', text: 'What was found' }] };
    const body = [
      text(paragraph('Nothing here.')),
      text(heading, paragraph(['by key', '/sources/TOLD20'], ' and ', ['by DOI', 'https://doi.org/10.1234/TOLD'])),
    ];
    await publish({ title: 'A page that cites', sources: [documentId], body });
    await make(ARTICLE, articleData(shelf, { title: 'A draft that lists', sources: [documentId] }));
    expect(await told('api::source.source', documentId)).toEqual({
      uses: [
        {
          uid: ARTICLE,
          documentId: expect.any(String) as string,
          name: 'A page that cites',
          state: 'published',
          places: ['Sources', 'Block 2 “What was found” (2 times)'],
        },
        expect.objectContaining({ name: 'A draft that lists', state: 'draft', places: ['Sources'] }),
      ],
      hasMore: false,
    });
  });

  it('of a contributor, a category and a term that texts link to', async () => {
    const author = await make('api::contributor.contributor', person('told-author'));
    const category = await make('api::category.category', shelfOf('told-category'));
    const term = await make('api::glossary-term.glossary-term', word('told-word'));
    const body = [text(paragraph(['a word', '/glossary#told-word'], ['a person', '/authors/told-author']))];
    const article = await publish({ title: 'A page that tells', author, category, body });
    const places = async (uid: string, documentId: string) => (await told(uid, documentId)).uses.map((use) => use.places);
    expect(await places('api::contributor.contributor', author)).toEqual([['Author', 'Block 1 (Text)']]);
    expect(await places('api::category.category', category)).toEqual([['Category']]);
    expect(await places('api::glossary-term.glossary-term', term)).toEqual([['Block 1 (Text)']]);
    await cms.strapi.documents(ARTICLE).update({ documentId: article, data: { category: shelf.category } as never });
    expect((await told('api::category.category', category)).uses[0]?.state).toBe('leaving');
  });

  it('of the files in the library', async () => {
    const { body } = await cms.admin('GET', '/files-in-use');
    const { files, total } = body as { files: (Told & { name: string; picture: string | null })[]; total: number };
    expect(total).toBeGreaterThan(0);
    expect(files.some(({ uses }) => uses.some(({ places }) => places.includes('Cover picture')))).toBe(true);
  });

  it('and of nothing else', async () => {
    expect((await cms.admin('GET', '/uses/admin::user/abcdefgh')).status).toBe(404);
    expect((await fetch(`${cms.url}/uses/api::source.source/abcdefgh`, { headers: { connection: 'close' } })).status).toBe(401);
  });
});

describe('a pasted reference', () => {
  const NO_KEY = 'Not of the library';
  interface Answer {
    known: { documentId: string; message: string } | null;
    fields: Data;
    isRetracted: boolean;
  }
  const paste = (text: string, documentId: string | null = null) => cms.admin('POST', '/references', { text, documentId });
  const read = async (text: string, documentId: string | null = null) => {
    const { status, body } = await paste(text, documentId);
    expect(status, JSON.stringify(body)).toBe(200);
    return body as Answer;
  };

  it('fills a source that can be saved as it is, whatever it was pasted as', async () => {
    crossref.knows('10.1234/new', {
      title: ['A <i>new</i> study'],
      author: [{ family: 'Newcomer', given: 'Ada B.' }],
      'container-title': ['Journal of News'],
      issued: { 'date-parts': [[2024, 3]] },
      page: '1-9',
      DOI: '10.1234/new',
    });
    const { known, fields, isRetracted } = await read('https://doi.org/10.1234/NEW');
    expect({ known, isRetracted }).toEqual({ known: null, isRetracted: false });
    expect(fields).toEqual({
      citationKey: 'NEW24',
      title: 'A new study',
      authors: 'Newcomer AB',
      journal: 'Journal of News',
      year: 2024,
      pages: '1–9',
      doi: '10.1234/new',
    });
    expect(crossref.asked.at(-1)).toMatchObject({
      path: '/works/10.1234%2FNEW',
      agent: expect.stringContaining('http') as string,
    });
    const { status } = await cms.admin('POST', collection('api::source.source'), {
      ...fields,
      studyDesign: 'book',
      toVerify: true,
    });
    expect(status).toBe(201);
  });

  it('is not taken twice: the same DOI, PubMed number or citation key names the source that is there', async () => {
    const data = { ...study('TWICE20', '10.1234/Twice'), title: NO_KEY, pmid: '7654321' };
    const documentId = await make('api::source.source', data);
    const asked = crossref.asked.length;
    const signs = [
      ['doi:10.1234/TWICE', 'the same DOI'],
      ['TY  - JOUR\nTI  - Twice\nDO  - https://doi.org/10.1234/twice\nER  - \n', 'the same DOI'],
      ['@article{other, title={Twice}, pmid={7654321}\n}'.replace('pmid', '\npmid'), 'the same PubMed number'],
      ['@article{TWICE20, title={Twice}}', 'the same citation key'],
    ] as const;
    for (const [text, why] of signs) {
      expect((await read(text)).known).toEqual({
        documentId,
        message: `The library already has a source with ${why}: “${NO_KEY}” (TWICE20).`,
      });
    }
    expect(crossref.asked.length).toBe(asked);
    // Its own reference fills in what a source still lacks.
    expect((await read('@article{TWICE20, title={Twice}, doi={10.1234/twice}}', documentId)).known).toBeNull();
  });

  it('is refused at its field when a source of the same work is there, whichever way it is written', async () => {
    const documentId = await make('api::source.source', { ...study('FIRST20', '10.1234/First'), title: NO_KEY, pmid: '1234567' });
    const other = await make('api::source.source', { ...study('OTHER20', '10.1234/other'), pmid: '1234568' });
    const sameDoi = { path: ['doi'], message: `The library already has a source with the same DOI: “${NO_KEY}” (FIRST20).` };
    const samePmid = {
      path: ['pmid'],
      message: `The library already has a source with the same PubMed number: “${NO_KEY}” (FIRST20).`,
    };
    const sources = collection('api::source.source');
    const again = { ...study('AGAIN20', '10.1234/FIRST'), pmid: '1234567' };
    const writes: [method: string, path: string, body: Data, problems: object[]][] = [
      ['POST', sources, again, [sameDoi, samePmid]],
      ['POST', `${sources}/clone/${documentId}`, { citationKey: 'COPY20' }, [sameDoi, samePmid]],
      ['PUT', `${sources}/${other}`, { pmid: '1234567' }, [samePmid]],
      ['PUT', `${sources}/${other}`, { doi: '10.1234/first' }, [sameDoi]],
    ];
    for (const [method, path, body, problems] of writes) {
      const answer = await cms.admin(method, path, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(400);
      expect((answer.body as Refused).error.details.errors).toMatchObject(problems);
    }
    expect(
      await cms.strapi.db.query('api::source.source').count({ where: { citationKey: { $in: ['AGAIN20', 'COPY20'] } } }),
    ).toBe(0);
    expect((await cms.admin('PUT', `${sources}/${documentId}`, { note: 'Its own number stays.' })).status).toBe(200);
  });

  it('that was retracted says so', async () => {
    crossref.knows('10.1234/withdrawn', { title: ['Withdrawn'], 'updated-by': [{ type: 'retraction' }] });
    expect((await read('10.1234/withdrawn')).isRetracted).toBe(true);
  });

  it.each([
    ['that Crossref does not know', '10.1234/unknown', 'does not know 10.1234/unknown'],
    ['when Crossref fails', '10.1234/fails', 'did not answer as expected (503)'],
    ['when Crossref breaks off', '10.1234/breaks-off', 'could not be reached'],
    ['that is none', 'some words', 'no reference that can be read'],
    ['that holds nothing', ' ', 'Paste one reference'],
  ])('%s is refused in plain words', async (_what, text, message) => {
    const { status, body } = await paste(text);
    expect(status).toBe(400);
    expect(messageOf(body)).toContain(message);
  });
});
