import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ARTICLE, articleData, paragraph, text } from './content.ts';
import type { CallAdmin, GraphQLAnswer } from './strapi.ts';

/** A running CMS as a search needs it, with the demo library. */
export interface SearchedCms {
  ask: (query: string, variables?: Record<string, unknown>) => Promise<GraphQLAnswer>;
  admin: CallAdmin;
  stop: () => Promise<void>;
}

interface Found {
  nodes: {
    article: { slug: string; headings: { id: string }[] } | null;
    excerpt: { text: string; isHit: boolean }[];
    headings: { id: string; text: string }[];
  }[];
  didYouMean: string | null;
  categories: { category: { slug: string }; count: number }[];
  pageInfo: { total: number; pageCount: number };
}

const QUERY = `query ($query: String!, $category: String, $pagination: PaginationArg) {
  search(query: $query, category: $category, pagination: $pagination) {
    nodes { article { slug headings { id } } excerpt { text isHit } headings { id text } }
    didYouMean categories { category { slug } count } pageInfo { total pageCount }
  }
}`;

/** A first start fills the database, which takes its time on a busy machine. */
const FIRST_START_MS = 600_000;

const articles = `/content-manager/collection-types/${ARTICLE}`;
const heading = (words: string, level = 2) => ({ type: 'heading', level, children: [{ type: 'text', text: words }] });

/** Everything that search promises, the same for every database. */
export function describeSearch(database: string, start: () => Promise<SearchedCms>): void {
  let cms: SearchedCms;
  let shelf: Parameters<typeof articleData>[0];

  const search = async (query: string, more: Record<string, unknown> = {}): Promise<Found> => {
    const { data, errors } = await cms.ask(QUERY, { query, ...more });
    expect(errors, query).toBeUndefined();
    return data?.['search'] as unknown as Found;
  };
  const slugs = async (query: string, more?: Record<string, unknown>) =>
    (await search(query, more)).nodes.map(({ article }) => article?.slug);
  const publish = async (slug: string, changes: Record<string, unknown>): Promise<string> => {
    const { status, body } = await cms.admin(
      'POST',
      `${articles}/actions/publish`,
      articleData(shelf, { slug, title: slug, ...changes }),
    );
    expect(status, JSON.stringify(body)).toBe(200);
    return (body as { data: { documentId: string } }).data.documentId;
  };

  describe(`search on ${database}`, () => {
    let category: string;
    let otherCategory: string;
    beforeAll(async () => {
      cms = await start();
      const { data } = await cms.ask('{ categories { documentId slug } contributors { documentId } }');
      const { categories, contributors } = data as unknown as Record<
        'categories' | 'contributors',
        { documentId: string; slug: string }[]
      >;
      category = categories[0]?.slug ?? '';
      otherCategory = categories[1]?.slug ?? '';
      shelf = {
        category: categories[0]?.documentId ?? '',
        author: contributors[0]?.documentId ?? '',
        source: { documentId: '', citationKey: '', doi: '' },
      };
      await publish('in-the-text', { body: [text(paragraph('One line about the zebrafish and nothing else.'))] });
      await publish('in-a-heading', {
        body: [text(heading('The zebrafish'), paragraph('One line about nothing else at all, really.'))],
      });
      await publish('in-the-takeaways', { keyTakeaways: [{ text: 'Remember the zebrafish.' }] });
      await publish('in-the-title', { title: 'On zebrafish' });
      await publish('quokkas', {
        category: categories[1]?.documentId,
        body: [
          text(
            paragraph('Marsupials, in general.'),
            heading('Where they wander'),
            paragraph(`${'They live on an island. '.repeat(30)}In the evening the quokkas wandered to the shore.`),
            heading('What they eat'),
            paragraph('Leaves, mostly.'),
          ),
        ],
      });
      await cms.admin('POST', '/content-manager/collection-types/api::glossary-term.glossary-term', {
        term: 'Wandering in the evening',
        alsoKnownAs: 'WITE\nevening wanders',
        slug: 'wandering-evening',
        definition: 'A habit.',
      });
    }, FIRST_START_MS);
    afterAll(() => cms.stop());

    it('ranks a match in the title above takeaways, headings and text', async () => {
      expect(await slugs('zebrafish')).toEqual(['in-the-title', 'in-the-takeaways', 'in-a-heading', 'in-the-text']);
    });

    it('finds words in all their forms, whatever their case and accents', async () => {
      for (const query of ['quokka', 'QUOKKAS', 'quokka’s', 'wander', 'wanders', 'Wandering quokkas', 'quókka']) {
        expect(await slugs(query), query).toContain('quokkas');
      }
    });

    it('finds words by their beginning', async () => {
      for (const query of ['zeb', 'zebraf']) expect(await slugs(query), query).toHaveLength(4);
      for (const query of ['quok', 'wandere', 'marsup']) expect(await slugs(query), query).toContain('quokkas');
    });

    it('takes the names of one thing as one', async () => {
      expect(await slugs('WITE')).toEqual([]);
      await publish('habits', { title: 'Wandering in the evening and other habits' });
      for (const query of ['WITE', 'wite', 'evening wanders']) expect(await slugs(query), query).toContain('habits');
      const [kap, inFull] = [await search('KAP'), await search('ketamine-assisted psychotherapy')];
      expect(kap.pageInfo.total).toBeGreaterThan(0);
      expect(kap.nodes.map(({ article }) => article?.slug)).toEqual(inFull.nodes.map(({ article }) => article?.slug));
    });

    it.each([
      ['ketmine', 'ketamine'],
      ['zebrafsh', 'zebrafish'],
      ['zebrafihs', 'zebrafish'],
      ['zebbrafish', 'zebrafish'],
      ['about zebrofish, please', 'about zebrafish, please'],
    ])('forgives one typing error: %s', async (query, didYouMean) => {
      const found = await search(query);
      expect(found.didYouMean).toBe(didYouMean);
      expect(found.pageInfo.total).toBe((await search(didYouMean)).pageInfo.total);
      expect(found.pageInfo.total).toBeGreaterThan(0);
    });

    it('corrects nothing that is right, and nothing that is only a beginning', async () => {
      for (const query of ['ketamine', 'zebrafish', 'zebraf', 'qqqqqq'])
        expect((await search(query)).didYouMean, query).toBeNull();
    });

    it('shows the passage that was found, with what was looked for marked', async () => {
      const hit = (await search('quokka wandering')).nodes.find(({ article }) => article?.slug === 'quokkas');
      const whole = hit?.excerpt.map((part) => part.text).join('') ?? '';
      expect(whole).toContain('In the evening the quokkas wandered to the shore.');
      expect(whole.length).toBeLessThan(260);
      expect(hit?.excerpt.filter(({ isHit }) => isHit).map((part) => part.text)).toEqual(['quokkas', 'wandered']);
    });

    it('leads to the headings under which it was found, by anchors that exist', async () => {
      const hit = (await search('wandering')).nodes.find(({ article }) => article?.slug === 'quokkas');
      expect(hit?.headings).toEqual([{ id: 'where-they-wander', text: 'Where they wander' }]);
      for (const { article, headings } of (await search('ketamine dissociation')).nodes) {
        for (const { id } of headings) expect(article?.headings.map((one) => one.id)).toContain(id);
      }
    });

    it('looks in one category if asked', async () => {
      expect(await slugs('zebrafish', { category })).toHaveLength(4);
      expect(await slugs('quokka', { category })).toEqual([]);
      expect(await slugs('zebrafish', { category: 'no-such-category' })).toEqual([]);
    });

    it('says how much there is in each category, whichever was asked for', async () => {
      const here = { category: { slug: category }, count: 4 };
      const there = { category: { slug: otherCategory }, count: 1 };
      expect((await search('zebrafish')).categories).toEqual([here]);
      for (const asked of [null, category, otherCategory, 'no-such-category']) {
        const { categories, nodes, pageInfo } = await search('quokka zebrafish', { category: asked });
        expect(categories).toEqual([here, there]);
        expect(nodes).toHaveLength(pageInfo.total);
      }
      expect((await search('quokka zebrafish', { category: otherCategory })).pageInfo).toMatchObject({ total: 1 });
    });

    it('comes in pages', async () => {
      const pages = [];
      for (const page of [1, 2, 3]) pages.push(...(await slugs('zebrafish', { pagination: { page, pageSize: 2 } })));
      expect(pages).toEqual(await slugs('zebrafish'));
      expect((await search('zebrafish', { pagination: { pageSize: 3 } })).pageInfo).toEqual({ total: 4, pageCount: 2 });
    });

    it('wants all words, and if that finds nothing any of them', async () => {
      expect(await slugs('zebrafish line really')).toEqual(['in-a-heading']);
      expect((await slugs('quokka zebrafish')).sort()).toEqual([
        'in-a-heading',
        'in-the-takeaways',
        'in-the-text',
        'in-the-title',
        'quokkas',
      ]);
    });

    it('knows only what is published', async () => {
      const created = await cms.admin('POST', articles, articleData(shelf, { slug: 'secret-draft', title: 'The xylophonist' }));
      const draft = (created.body as { data: { documentId: string } }).data.documentId;
      const silent = async () => {
        for (const query of ['xylophonist', 'xylo', 'xylophonst']) {
          expect(await search(query), query).toEqual({
            nodes: [],
            didYouMean: null,
            categories: [],
            pageInfo: { total: 0, pageCount: 0 },
          });
        }
      };
      await silent();
      expect((await cms.admin('POST', `${articles}/${draft}/actions/publish`, {})).status).toBe(200);
      expect(await slugs('xylophonst')).toEqual(['secret-draft']);
      await cms.admin('PUT', `${articles}/${draft}`, { title: 'The xylophonist and the yodeler' });
      expect(await slugs('yodeler')).toEqual([]);
      expect((await cms.admin('POST', `${articles}/${draft}/actions/unpublish`, {})).status).toBe(200);
      await silent();
    });

    it.each([
      '"',
      "'",
      '" OR *',
      '(',
      'NEAR(a b)',
      "'; drop table public_search; --",
      'title:zebrafish',
      '\\',
      '%',
      '* AND -',
      '🦓',
      ' ',
      '',
    ])('answers %j calmly', async (query) => {
      const { errors } = await cms.ask(QUERY, { query });
      expect(errors).toBeUndefined();
    });

    it('finds nothing for nothing, and refuses what is too long', async () => {
      expect((await search('   ')).pageInfo.total).toBe(0);
      const { errors } = await cms.ask(QUERY, { query: 'a'.repeat(201) });
      expect(errors).toHaveLength(1);
    });
  });
}
