import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ArticleListing } from '#app/components/article-listing/article-listing.tsx';
import { PageHeader } from '#app/components/page-header/page-header.tsx';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { articlesPath, categoryPath, homePath } from '#app/config/paths.ts';
import { listArticles } from '#app/content/articles.server.ts';
import { listCategories } from '#app/content/categories.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { pageParam } from '#app/http/page-param.ts';
import { forwardCacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { toArticleCard } from '#app/models/article-card.ts';
import { toCategory, toCategoryFilter } from '#app/models/category.ts';
import { hasPage, pageTitle, toPagination } from '#app/models/pagination.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const page = pageParam(request.url);
  invariantResponse(page !== null, 'Not a page number');
  const slug = new URL(request.url).searchParams.get('category');
  const [categories, articles] = await orUnavailable(
    Promise.all([listCategories(), listArticles({ page, category: slug ?? undefined })]),
  );
  const category = categories.find((candidate) => candidate.slug === slug);
  invariantResponse(slug === null || category, 'No category has that address');
  invariantResponse(hasPage(articles.pageInfo), 'The list has no such page');
  return {
    // A narrowed list shows what the category's own page shows, which counts as the original.
    path: category ? categoryPath({ slug: category.slug, page }) : articlesPath({ page }),
    page,
    category: category ? toCategory(category) : null,
    filter: toCategoryFilter(categories, slug),
    articles: articles.nodes.map(toArticleCard),
    pagination: toPagination(articles.pageInfo, (n) => articlesPath({ category: category?.slug, page: n })),
  };
}

export const headers = forwardCacheHeaders;

const intro =
  'What studies have found, what is still uncertain, and who should take extra care. Every statement of fact leads to its source.';

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: pageTitle(data.category ? `Articles on ${data.category.name}` : 'Articles', data.page),
      description: data.category?.description ?? intro,
      path: data.path,
      trail: [
        { name: 'Home', path: homePath },
        { name: 'Articles', path: articlesPath() },
      ],
    },
  );

export default function ArticlesRoute() {
  const { category, filter, articles, pagination } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={category ? `Articles on ${category.name}` : 'Articles'} intro={category?.description ?? intro} />
      <ArticleListing articles={articles} filter={filter} pagination={pagination} />
    </>
  );
}

export function ErrorBoundary() {
  return <RouteError notFound="We could not find that list of articles" />;
}
