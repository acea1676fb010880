import { describe, expect, it, vi } from 'vitest';

import { loader } from './articles.$slug.tsx';

import { ContentError } from '#app/content/content-error.ts';

const findArticle = vi.hoisted(() => vi.fn());
vi.mock('#app/content/articles.server.ts', () => ({ findArticle, findNeighbors: vi.fn() }));
vi.mock('#app/content/glossary.server.ts', () => ({ listGlossaryTerms: vi.fn() }));
vi.mock('#app/content/clinic.server.ts', () => ({ getClinic: vi.fn() }));

/** The status of what the loader answers or throws, and where it leads. */
async function answer(): Promise<[number, string | null]> {
  const load = loader({
    params: { slug: 'doses' },
    request: new Request('https://clinic.test/articles/doses'),
    context: { requestId: 'test' },
  });
  const response: unknown = await load.catch((thrown: unknown) => thrown);
  if (!(response instanceof Response)) throw response;
  return [response.status, response.headers.get('Location')];
}

describe('an article’s address', () => {
  it('that was never one is not found', async () => {
    findArticle.mockResolvedValue(null);
    expect(await answer()).toEqual([404, null]);
  });

  it('that changed leads on for good', async () => {
    findArticle.mockResolvedValue({ found: 'moved', to: '/articles/dose-ranges' });
    expect(await answer()).toEqual([301, '/articles/dose-ranges']);
  });

  it('never leads to another site', async () => {
    findArticle.mockResolvedValue({ found: 'moved', to: '//evil.test' });
    expect(await answer()).toEqual([301, '/']);
  });

  it('whose article was withdrawn is gone', async () => {
    findArticle.mockResolvedValue({ found: 'gone' });
    expect(await answer()).toEqual([410, null]);
  });

  it('is unavailable while the CMS is', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    findArticle.mockRejectedValue(new ContentError('ArticleBySlug', 'unreachable', 'down'));
    expect(await answer()).toEqual([503, null]);
  });
});
