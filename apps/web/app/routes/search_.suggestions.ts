import type { LoaderFunctionArgs } from '@remix-run/node';

import { articlePath } from '#app/config/paths.ts';
import { LONGEST_SEARCH, suggestArticles } from '#app/content/search.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { cacheHeaders } from '#app/http/responses.ts';
import { searchParams } from '#app/http/search-params.ts';
import { smarten } from '#app/models/typography.ts';

/** What the search box offers while somebody types: titles with their topics. Kept nowhere. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const query = searchParams(request.url, LONGEST_SEARCH)?.query ?? '';
  const articles = query === '' ? [] : await orUnavailable(suggestArticles(query));
  const suggestions = articles.map((article) => ({
    title: smarten(article.title),
    topic: article.category?.name ?? null,
    href: articlePath(article),
  }));
  return Response.json(suggestions, { headers: { ...cacheHeaders('never'), 'X-Robots-Tag': 'noindex' } });
}
