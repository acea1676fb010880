import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { RouteError } from '#app/components/route-error/route-error.tsx';
import { SourcePage } from '#app/components/source-page/source-page.tsx';
import { homePath, sourcePath } from '#app/config/paths.ts';
import { listArticles } from '#app/content/articles.server.ts';
import { findSource } from '#app/content/sources.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { orMoved } from '#app/http/moved.server.ts';
import { pageParam } from '#app/http/page-param.ts';
import { forwardCacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { toArticleCard } from '#app/models/article-card.ts';
import { hasPage, pageTitle, toPagination } from '#app/models/pagination.ts';
import { toSourcePage } from '#app/models/source-page.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

export async function loader({ request, params: { key = '' } }: LoaderFunctionArgs) {
  const page = pageParam(request.url);
  invariantResponse(page, 'That is no page number');
  const [found, { nodes, pageInfo }] = await orUnavailable(Promise.all([findSource(key), listArticles({ source: key, page })]));
  const source = await orMoved(found, sourcePath({ citationKey: key }));
  invariantResponse(hasPage(pageInfo), 'The list has no such page');
  return {
    page,
    path: sourcePath({ ...source, page }),
    trail: [
      { name: 'Home', path: homePath },
      { name: `${source.authors} (${source.year})`, path: sourcePath(source) },
    ],
    source: toSourcePage(source),
    articles: nodes.map(toArticleCard),
    total: pageInfo.total,
    pagination: toPagination(pageInfo, (n) => sourcePath({ ...source, page: n })),
  };
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: pageTitle(data.source.heading, data.page),
      description: `${data.source.design}, ${data.source.published} What kind of work it is, where to read it, and which of our articles rest on it.`,
      path: data.path,
      trail: data.trail,
    },
  );

export default function SourceRoute() {
  const { source, trail, articles, total, pagination } = useLoaderData<typeof loader>();
  return <SourcePage source={source} trail={trail} articles={articles} total={total} pagination={pagination} />;
}

export function ErrorBoundary() {
  return <RouteError notFound="We could not find that source" />;
}
