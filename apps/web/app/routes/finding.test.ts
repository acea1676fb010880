import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { loader as frame } from '../root.tsx';

import { loader as anyOther } from './$.tsx';
import { loader as listing } from './articles._index.tsx';
import { loader as topic } from './categories.$slug.tsx';
import { loader as search } from './search.tsx';

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
  variables: { page: number; pageSize: number; filters?: { category?: { eq: string } }; query?: string; path?: string };
}

/** A library of 13 articles, all in one category. */
const answers: Record<string, (variables: Question['variables']) => unknown> = {
  Glossary: () => ({
    glossaryTerms: [{ slug: 'ssri', term: 'SSRI', alsoKnownAs: ['serotonin reuptake inhibitor'], definition: 'A medicine.' }],
  }),
  ArticleSearch: ({ page, pageSize, query }) => {
    const total = query === 'nothing' ? 0 : 1;
    return {
      search: {
        nodes:
          total === 0
            ? []
            : [{ article: card(1), excerpt: [{ text: 'sleep', isHit: true }], headings: [{ id: 'a', text: 'A' }] }],
        didYouMean: query === 'slep' ? 'sleep' : null,
        categories: total === 0 ? [] : [{ category, count: total }],
        pageInfo: { page, pageSize, pageCount: total, total },
      },
    };
  },
  CategoryList: () => ({ categories: [category] }),
  RedirectFrom: ({ path }) => ({
    redirect:
      path === '/categories/old' || path === '/old/page.html'
        ? { to: '/categories/brain-science' }
        : path === '/categories/gone'
          ? { to: null }
          : null,
  }),
  ArticleListing: (variables) => answers['ArticleList']?.(variables),
  ArticleList: ({ page, pageSize, filters }) => {
    const total = filters?.category && filters.category.eq !== category.slug ? 0 : 13;
    const all = Array.from({ length: total }, (_, i) => card(i + 1));
    return {
      articles_connection: {
        nodes: all.slice((page - 1) * pageSize, page * pageSize),
        pageInfo: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
        categories: [{ category, count: 13 }],
        evidence: [{ level: 'MIXED', count: total }],
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
    ['/articles?category=ther%00apy', 404],
    ['/articles?evidence=mixed&sort=title', 200],
    ['/articles?evidence=strongest', 404],
    ['/articles?sort=random', 404],
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
    ['old', '', 301],
    ['gone', '', 410],
  ])('/categories/%s%s answers %i', async (slug, query, status) => {
    expect(await statusOf(topic(args(`/categories/${slug}${query}`, { slug })))).toBe(status);
  });
});

describe('an address that no route answers', () => {
  it.each([
    ['/old/page.html', 301],
    ['/nowhere', 404],
    ['/old page', 404],
  ])('%s answers %i', async (path, status) => {
    expect(await statusOf(anyOther(args(path)))).toBe(status);
  });

  it('is not there while the CMS is away', async () => {
    broken = true;
    expect(await statusOf(anyOther(args('/old/page.html')))).toBe(404);
  });
});

describe('a search', () => {
  const ask = async (query: string) => {
    const { data, init } = await search(args(`/search${query}`));
    return { ...data, status: init?.status, kept: new Headers(init?.headers).get('Cache-Control') };
  };

  it('shows its box and the topics before anything is asked', async () => {
    expect(await ask('')).toMatchObject({ query: '', results: null, crisis: false, kept: 'public, max-age=0, must-revalidate' });
  });

  it('leads to what was found and to the parts of it, and is kept nowhere', async () => {
    const { results, kept } = await ask('?q=%20%20sleep%20');
    expect(results?.hits).toMatchObject([
      {
        href: '/articles/article-1',
        excerpt: [{ text: 'sleep', hit: true }],
        parts: [{ text: 'A', href: '/articles/article-1#a' }],
      },
    ]);
    expect(kept).toBe('no-store');
  });

  it('says how it was understood', async () => {
    expect((await ask('?q=slep')).results?.corrected).toEqual({ text: 'sleep', href: '/search?q=sleep' });
  });

  it('explains a word of the glossary', async () => {
    expect((await ask('?q=serotonin+Reuptake+inhibitor')).results?.term).toMatchObject({ term: 'SSRI' });
  });

  it('puts help first where somebody may be in danger, whatever was found', async () => {
    expect((await ask('?q=suicidal')).crisis).toBe(true);
    expect((await ask('?q=nothing')).crisis).toBe(false);
  });

  it('has no page that it does not have', async () => {
    expect(await statusOf(search(args('/search?q=sleep&page=2')))).toBe(404);
    expect(await statusOf(search(args('/search?q=sleep&category=a%00b')))).toBe(404);
    expect(await statusOf(search(args('/search?q=sleep&page=x')))).toBe(404);
  });

  it('helps while the CMS fails, with the topics it knew, and tells the log nothing of it', async () => {
    await ask('');
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    broken = true;
    expect(await ask('?q=suicidal')).toMatchObject({
      status: 503,
      away: true,
      crisis: true,
      categories: [{ name: 'Brain science' }],
    });
    const logged = log.mock.calls.join('');
    expect(logged).toContain('content unavailable');
    expect(logged).not.toContain('suicid');
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
