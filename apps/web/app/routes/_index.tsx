import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { HomePage } from '#app/components/home-page/home-page.tsx';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { homePath } from '#app/config/paths.ts';
import { listCategories } from '#app/content/categories.server.ts';
import { getHomeTexts } from '#app/content/clinic.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { forwardCacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { toArticleCard } from '#app/models/article-card.ts';
import { toCategory } from '#app/models/category.ts';
import { smarten } from '#app/models/typography.ts';
import { websiteJsonLd } from '#app/seo/json-ld.ts';
import { pageMeta } from '#app/seo/page-meta.ts';

export async function loader() {
  const [texts, categories] = await orUnavailable(Promise.all([getHomeTexts(), listCategories()]));
  invariantResponse(texts, 'The clinic has not been published', { status: 503 });
  return {
    heading: smarten(texts.homeHeading),
    intro: smarten(texts.homeIntro),
    featured: texts.featuredArticles.map(toArticleCard),
    categories: categories.map(toCategory),
  };
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) =>
  pageMeta(
    args,
    data && {
      title: data.heading,
      description: data.intro,
      path: homePath,
      jsonLd: (publisher) => [websiteJsonLd(publisher)],
    },
  );

export default function HomeRoute() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <RouteError />;
}
