import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { AuthorPage } from '#app/components/author-page/author-page.tsx';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { aboutPath, authorPath, homePath } from '#app/config/paths.ts';
import { listArticles } from '#app/content/articles.server.ts';
import { findContributor } from '#app/content/contributors.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { orMoved } from '#app/http/moved.server.ts';
import { pageParam } from '#app/http/page-param.ts';
import { forwardCacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { toArticleCard } from '#app/models/article-card.ts';
import { hasPage, pageTitle, toPagination } from '#app/models/pagination.ts';
import { toPerson } from '#app/models/person.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  const page = pageParam(request.url);
  invariantResponse(page, 'That is no page number');
  const [found, written, reviewed] = await orUnavailable(
    Promise.all([findContributor(slug), listArticles({ author: slug, page }), listArticles({ reviewer: slug, page })]),
  );
  const contributor = await orMoved(found, authorPath({ slug }));
  // One page number turns both lists; the shorter one ends first.
  const pageInfo = { page, pageCount: Math.max(written.pageInfo.pageCount, reviewed.pageInfo.pageCount) };
  invariantResponse(hasPage(pageInfo), 'The lists have no such page');
  return {
    page,
    person: toPerson(contributor),
    path: authorPath({ slug, page }),
    trail: [
      { name: 'Home', path: homePath },
      { name: 'About', path: aboutPath },
      { name: contributor.name, path: authorPath({ slug }) },
    ],
    written: written.nodes.map(toArticleCard),
    reviewed: reviewed.nodes.map(toArticleCard),
    pagination: toPagination(pageInfo, (n) => authorPath({ slug, page: n })),
  };
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: pageTitle(data.person.name, data.page),
      description: `${data.person.role}. Who ${data.person.name} is, and the articles that carry the name.`,
      path: data.path,
      type: 'profile',
      noindex: data.person.sample,
      trail: data.trail,
    },
  );

export default function AuthorRoute() {
  const { person, trail, written, reviewed, pagination } = useLoaderData<typeof loader>();
  return <AuthorPage person={person} trail={trail} written={written} reviewed={reviewed} pagination={pagination} />;
}

export function ErrorBoundary() {
  return <RouteError notFound="We could not find that person" />;
}
