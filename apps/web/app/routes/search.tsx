import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { useChrome } from '#app/components/frame/use-chrome.ts';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { SearchPage } from '#app/components/search-page/search-page.tsx';
import { searchPath } from '#app/config/paths.ts';
import { knownCategories } from '#app/content/categories.server.ts';
import { ContentError } from '#app/content/content-error.ts';
import { listGlossaryTerms } from '#app/content/glossary.server.ts';
import { LONGEST_SEARCH, searchArticles } from '#app/content/search.server.ts';
import { log } from '#app/http/log.server.ts';
import { cacheHeaders, forwardCacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { searchParams } from '#app/http/search-params.ts';
import { toCategory } from '#app/models/category.ts';
import { hasPage } from '#app/models/pagination.ts';
import { needsHelp, toSearchResults, type SearchQuestion } from '#app/models/search.ts';
import suggestions from '#app/scripts/search-suggestions.ts?worker&url';
import { pageMeta } from '#app/seo/page-meta.ts';

export const handle = { script: suggestions };

export async function loader({ request }: LoaderFunctionArgs) {
  const question = searchParams(request.url, LONGEST_SEARCH);
  invariantResponse(question, 'No search has that address');
  const [results, categories] = await Promise.all([find(question), knownCategories.askPatiently()]);
  const away = results === 'away';
  invariantResponse(away || !results || hasPage({ page: question.page, pageCount: results.pages }), 'The list has no such page');
  const found = away ? null : results;
  const page = {
    query: question.query,
    results: found?.view ?? null,
    away,
    crisis: needsHelp(question, found?.view.corrected?.text ?? null),
    categories: (categories ?? []).map(toCategory),
  };
  // What somebody looked for is kept nowhere: not by us, not by their browser.
  const policy = question.query === '' && !away ? 'page' : 'never';
  return data(page, { status: away ? 503 : 200, headers: { ...cacheHeaders(policy), ...(away && { 'Retry-After': '30' }) } });
}

async function find(question: SearchQuestion) {
  const { query, category, page } = question;
  if (query === '') return null;
  try {
    const [found, glossary] = await Promise.all([searchArticles({ query, category, page }), listGlossaryTerms()]);
    return { view: toSearchResults(found, question, glossary), pages: found.pageInfo.pageCount };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    log.error('content unavailable', { operation: error.operation, kind: error.kind, cause: error.cause });
    return 'away' as const;
  }
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: data.query === '' ? 'Search' : `Search: ${data.query}`,
      description: 'Find what our articles say about a treatment, a symptom or a question. What you look for is kept nowhere.',
      path: searchPath(),
      noindex: data.query !== '' || data.away,
    },
  );

export default function SearchRoute() {
  const { crisis: contacts, contact } = useChrome();
  return <SearchPage {...useLoaderData<typeof loader>()} contacts={contacts} phone={contact?.phone ?? null} />;
}

export function ErrorBoundary() {
  return <RouteError />;
}
