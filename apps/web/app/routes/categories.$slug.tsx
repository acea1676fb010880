import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ArticleList } from '#app/components/article-card/article-card.tsx';
import { CategoryIndex } from '#app/components/category-index/category-index.tsx';
import { PageHeader } from '#app/components/page-header/page-header.tsx';
import { Pagination } from '#app/components/pagination/pagination.tsx';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { articlesPath, categoryPath, homePath } from '#app/config/paths.ts';
import { listArticles } from '#app/content/articles.server.ts';
import { listCategories } from '#app/content/categories.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { orMoved } from '#app/http/moved.server.ts';
import { pageParam } from '#app/http/page-param.ts';
import { forwardCacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { toArticleCard } from '#app/models/article-card.ts';
import { toCategory } from '#app/models/category.ts';
import { hasPage, pageTitle, toPagination } from '#app/models/pagination.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

export async function loader({ params, request }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? '';
  const page = pageParam(request.url);
  invariantResponse(page !== null, 'Not a page number');
  const [categories, articles] = await orUnavailable(Promise.all([listCategories(), listArticles({ page, category: slug })]));
  const category = await orMoved(
    categories.find((candidate) => candidate.slug === slug),
    categoryPath({ slug }),
  );
  invariantResponse(hasPage(articles.pageInfo), 'The list has no such page');
  return {
    page,
    path: categoryPath({ slug, page }),
    category: toCategory(category),
    others: categories.filter((candidate) => candidate !== category).map(toCategory),
    articles: articles.nodes.map(toArticleCard),
    pagination: toPagination(articles.pageInfo, (n) => categoryPath({ slug, page: n })),
  };
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: pageTitle(data.category.name, data.page),
      description: data.category.description,
      path: data.path,
      trail: trailTo(data.category),
    },
  );

export default function CategoryRoute() {
  const { category, others, articles, pagination } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader trail={trailTo(category)} title={category.name} intro={category.description} />
      <section className="page" aria-label="Articles">
        {articles.length === 0 ? (
          <p>There is nothing here yet.</p>
        ) : (
          <ArticleList articles={articles} layout="row" headingLevel={2} first />
        )}
        <Pagination pagination={pagination} />
      </section>
      <section className="section page" aria-labelledby="other-topics">
        <h2 id="other-topics">Other topics</h2>
        <CategoryIndex categories={others} />
      </section>
    </>
  );
}

function trailTo({ name, href }: { name: string; href: string }) {
  return [
    { name: 'Home', path: homePath },
    { name: 'Articles', path: articlesPath() },
    { name, path: href },
  ];
}

export function ErrorBoundary() {
  return <RouteError notFound="We could not find that topic" />;
}
