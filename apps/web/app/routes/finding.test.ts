import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { loader as frame } from '../root.tsx';

import { loader as listing } from './articles._index.tsx';
import { loader as topic } from './categories.$slug.tsx';

const category = { slug: 'brain-science', name: 'Brain science', description: 'How it works.', palette: 'SLATE' };
const card = (n: number) => ({
  slug: `article-${n}`,
  title: `Article ${n}`,
  summary: 'A summary.',
  evidence: 'MIXED',
  readingMinutes: 5,
  firstPublishedAt: '2026-01-01T00:00:00.000Z',
  category,
  cover: null,
});

interface Question {
  operationName: string;
  variables: { page: number; pageSize: number; filters?: { category?: { eq: string } } };
}

/** A library of 13 articles, all in one category. */
const answers: Record<string, (variables: Question['variables']) => unknown> = {
  CategoryList: () => ({ categories: [category] }),
  ArticleList: ({ page, pageSize, filters }) => {
    const total = filters?.category && filters.category.eq !== category.slug ? 0 : 13;
    const all = Array.from({ length: total }, (_, i) => card(i + 1));
    return {
      articles_connection: {
        nodes: all.slice((page - 1) * pageSize, page * pageSize),
        pageInfo: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
      },
    };
  },
};

let broken: boolean;

function answer(_url: string, init: { body: string }): Promise<Response> {
  const { operationName, variables } = JSON.parse(init.body) as Question;
  const body = broken ? { errors: [{ message: 'SQLITE_FULL' }] } : { data: answers[operationName]?.(variables) ?? null };
  return Promise.resolve(Response.json(body, { status: broken ? 500 : 200 }));
}

beforeEach(() => {
  broken = false;
  vi.stubGlobal('fetch', answer);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const args = (path: string, params = {}): LoaderFunctionArgs => ({
  request: new Request(`https://clinic.test${path}`),
  params,
  context: { requestId: 'test' },
});

async function statusOf(answer: Promise<unknown>): Promise<number> {
  try {
    await answer;
    return 200;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

describe('the listing', () => {
  it.each([
    ['/articles', 200],
    ['/articles?page=2', 200],
    ['/articles?category=brain-science&page=2', 200],
    ['/articles?page=3', 404],
    ['/articles?page=0', 404],
    ['/articles?page=two', 404],
    ['/articles?category=nothing', 404],
    ['/articles?category=', 404],
  ])('%s answers %i', async (path, status) => {
    expect(await statusOf(listing(args(path)))).toBe(status);
  });

  it('shows 12 a page and links to the rest', async () => {
    const first = await listing(args('/articles'));
    expect(first.articles).toHaveLength(12);
    expect(first.pagination?.next).toBe('/articles?page=2');
    expect((await listing(args('/articles?page=2'))).articles.map(({ title }) => title)).toEqual(['Article 13']);
  });

  it("names the category's own page as the original of a narrowed list", async () => {
    const narrowed = await listing(args('/articles?category=brain-science&page=2'));
    expect(narrowed.path).toBe('/categories/brain-science?page=2');
    expect(narrowed.pagination?.previous).toBe('/articles?category=brain-science');
  });
});

describe('a topic', () => {
  it.each([
    ['brain-science', '', 200],
    ['brain-science', '?page=2', 200],
    ['brain-science', '?page=3', 404],
    ['nothing', '', 404],
  ])('/categories/%s%s answers %i', async (slug, query, status) => {
    expect(await statusOf(topic(args(`/categories/${slug}${query}`, { slug })))).toBe(status);
  });
});

describe('while the CMS fails', () => {
  beforeEach(() => {
    broken = true;
  });

  it('pages of content answer 503', async () => {
    expect(await statusOf(listing(args('/articles')))).toBe(503);
    expect(await statusOf(topic(args('/categories/brain-science', { slug: 'brain-science' })))).toBe(503);
  });

  it('the frame stands from what is compiled in, and the page is not kept', async () => {
    const { data, init } = await frame();
    expect(data.chrome).toMatchObject({ name: 'Fernhollow Mental Health', contact: null });
    expect(data.chrome.crisis.length).toBeGreaterThan(0);
    expect(new Headers(init?.headers).get('Cache-Control')).toBe('no-store');
  });
});
