import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { CategoryIndex } from '#app/components/category-index/category-index.tsx';
import { PageHeader } from '#app/components/page-header/page-header.tsx';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { categoriesPath, homePath } from '#app/config/paths.ts';
import { countByCategory } from '#app/content/articles.server.ts';
import { listCategories } from '#app/content/categories.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { forwardCacheHeaders } from '#app/http/responses.ts';
import { toCategory } from '#app/models/category.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

const trail = [
  { name: 'Home', path: homePath },
  { name: 'Topics', path: categoriesPath },
];

export async function loader() {
  const [categories, counts] = await orUnavailable(Promise.all([listCategories(), countByCategory()]));
  return { categories: categories.map((category) => ({ ...toCategory(category), count: counts.get(category.slug) ?? 0 })) };
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: 'Topics',
      description: 'The subjects of our library: what each of them is about, and how many articles it holds.',
      path: categoriesPath,
      trail,
    },
  );

export default function CategoriesRoute() {
  const { categories } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Topics" intro="What our articles are about. Each topic keeps its color on the covers." trail={trail} />
      <div className="page">
        <CategoryIndex categories={categories} headingLevel={2} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <RouteError />;
}
