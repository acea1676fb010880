import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { RouteError } from '#app/components/route-error/route-error.tsx';
import { TermPage } from '#app/components/term-page/term-page.tsx';
import { glossaryPath, glossaryTermPath, homePath } from '#app/config/paths.ts';
import { listGlossaryTerms } from '#app/content/glossary.server.ts';
import { searchArticles } from '#app/content/search.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { orMoved } from '#app/http/moved.server.ts';
import { forwardCacheHeaders } from '#app/http/responses.ts';
import { toArticleCard } from '#app/models/article-card.ts';
import { toTermPage } from '#app/models/glossary.ts';
import { definedTermJsonLd } from '#app/seo/json-ld.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

const MOST_ARTICLES = 4;

export async function loader({ params: { slug = '' } }: LoaderFunctionArgs) {
  const term = await orMoved(toTermPage(await orUnavailable(listGlossaryTerms()), slug), glossaryTermPath({ slug }));
  const { nodes, didYouMean } = await orUnavailable(searchArticles({ query: term.term, category: null, page: 1 }));
  return {
    term,
    trail: [
      { name: 'Home', path: homePath },
      { name: 'Glossary', path: glossaryPath },
      { name: term.term, path: term.href },
    ],
    // What only resembles the word does not use it.
    articles:
      didYouMean === null
        ? nodes
            .flatMap(({ article }) => article ?? [])
            .slice(0, MOST_ARTICLES)
            .map(toArticleCard)
        : [],
  };
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: `${data.term.term}: what it means`,
      description: data.term.definition,
      path: data.term.href,
      trail: data.trail,
      jsonLd: (publisher) => [definedTermJsonLd(data.term, publisher)],
    },
  );

export default function TermRoute() {
  return <TermPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <RouteError notFound="Our glossary does not have that word" />;
}
