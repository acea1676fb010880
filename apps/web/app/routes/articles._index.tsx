import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ArticleListing } from '#app/components/article-listing/article-listing.tsx';
import { PageHeader } from '#app/components/page-header/page-header.tsx';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { articlesPath, categoryPath, homePath } from '#app/config/paths.ts';
import { listLibrary } from '#app/content/articles.server.ts';
import { listCategories } from '#app/content/categories.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { pageParam } from '#app/http/page-param.ts';
import { forwardCacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { toArticleCard } from '#app/models/article-card.ts';
import { toCategory } from '#app/models/category.ts';
import { listingPath, listingTitle, toListingFilters, toListingQuestion } from '#app/models/listing.ts';
import { hasPage, pageTitle, toPagination } from '#app/models/pagination.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const question = toListingQuestion(request.url, pageParam(request.url));
  invariantResponse(question, 'No list has that address');
  const [categories, listing] = await orUnavailable(Promise.all([listCategories(), listLibrary(question)]));
  const { page, sort, evidence } = question;
  const category = categories.find(({ slug }) => slug === question.category);
  invariantResponse(question.category === null || category, 'No category has that address');
  invariantResponse(hasPage(listing.pageInfo), 'The list has no such page');
  return {
    // A list narrowed to a category shows what the category's own page shows, which counts as the original.
    path: category ? categoryPath({ slug: category.slug, page }) : articlesPath({ page }),
    page,
    title: listingTitle(question, category?.name ?? null),
    category: category ? toCategory(category) : null,
    combined: evidence !== null || sort !== 'newest',
    byDate: sort === 'newest',
    total: listing.pageInfo.total,
    filters: toListingFilters(question, listing, categories),
    articles: listing.nodes.map(toArticleCard),
    pagination: toPagination(listing.pageInfo, (n) => listingPath(question, { page: n })),
  };
}

export const headers = forwardCacheHeaders;

const intro =
  'What studies have found, what is still uncertain, and who should take extra care. Every statement of fact leads to its source.';

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: pageTitle(data.title, data.page),
      description: data.category?.description ?? intro,
      path: data.path,
      noindex: data.combined,
      trail: [
        { name: 'Home', path: homePath },
        { name: 'Articles', path: articlesPath() },
      ],
    },
  );

export default function ArticlesRoute() {
  const { title, category, filters, total, articles, pagination, byDate } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={title} intro={category?.description ?? intro} />
      <ArticleListing articles={articles} total={total} filters={filters} pagination={pagination} byDate={byDate} />
    </>
  );
}

export function ErrorBoundary() {
  return <RouteError notFound="We could not find that list of articles" />;
}
