import { richTextToPlainText } from '@clinic/types';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ArticlePage } from '#app/components/article-page/article-page.tsx';
import { useChrome } from '#app/components/frame/use-chrome.ts';
import { RouteError } from '#app/components/route-error/route-error.tsx';
import { env } from '#app/config/env.server.ts';
import { articleMarkdownPath, articlePath, articlesPath, homePath } from '#app/config/paths.ts';
import { findArticle, findNeighbors, type Article } from '#app/content/articles.server.ts';
import { getClinic } from '#app/content/clinic.server.ts';
import { listGlossaryTerms } from '#app/content/glossary.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { redirectWithin } from '#app/http/redirect.ts';
import { forwardCacheHeaders, invariantResponse } from '#app/http/responses.ts';
import { toArticlePage } from '#app/models/article-page.ts';
import { toChrome } from '#app/models/clinic.ts';
import type { Crumb } from '#app/models/frame.ts';
import { toArticleShareCard } from '#app/models/share-card.ts';
import type { JsonLd, ShareImage } from '#app/seo/document-meta.ts';
import { articleJsonLd, faqJsonLd } from '#app/seo/json-ld.ts';
import { pageMeta, type PageFacts } from '#app/seo/page-meta.ts';
import { articleShareImage } from '#app/seo/share-image.server.ts';

export async function loader({ params: { slug = '' } }: LoaderFunctionArgs) {
  // The address that people try; the text itself is a file of the article.
  if (slug.endsWith('.md')) redirectWithin(articleMarkdownPath({ slug: slug.slice(0, -'.md'.length) }), env.siteUrl, 308);
  const [found, glossary, neighbors, clinic] = await orUnavailable(
    Promise.all([findArticle(slug), listGlossaryTerms(), findNeighbors(slug), getClinic()]),
  );
  invariantResponse(found, 'No article has that address');
  if (found.found === 'moved') redirectWithin(found.to, env.siteUrl, 301);
  invariantResponse(found.found === 'article', 'The article was withdrawn', { status: 410 });
  const { article } = found;
  const card = toArticleShareCard(article, toChrome(clinic).name);
  return {
    article: toArticlePage(article, { glossary, neighbors }),
    facts: article,
    shareImage: article.seo.shareImage ?? articleShareImage(article.slug, card),
    trail: trailTo(article),
  };
}

export const headers = forwardCacheHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, ...args }) => pageMeta(args, data && pageFacts(data));

export default function ArticleRoute() {
  const { article, trail } = useLoaderData<typeof loader>();
  return <ArticlePage article={article} trail={trail} clinic={useChrome()} />;
}

export function ErrorBoundary() {
  return <RouteError notFound="We could not find that article" />;
}

interface Shown {
  facts: Article;
  shareImage: ShareImage;
  trail: Crumb[];
}

function pageFacts({ facts, shareImage, trail }: Shown): PageFacts {
  const { seo, firstPublishedAt, updatedAt } = facts;
  return {
    title: seo.title,
    description: seo.description,
    path: articlePath(facts),
    type: 'article',
    canonicalUrl: seo.canonicalUrl,
    noindex: seo.noindex,
    image: shareImage,
    publishedAt: firstPublishedAt,
    modifiedAt: updatedAt,
    trail,
    jsonLd: (publisher) => [articleJsonLd(facts, publisher), ...faqOf(facts)],
  };
}

function faqOf({ body }: Article): JsonLd[] {
  const questions = body
    .flatMap((block) => (block.__typename === 'FaqBlock' ? block.items : []))
    .map(({ question, answer }) => ({ question, answer: richTextToPlainText(answer) }));
  return questions.length > 0 ? [faqJsonLd(questions)] : [];
}

function trailTo(article: Article): Crumb[] {
  return [
    { name: 'Home', path: homePath },
    { name: 'Articles', path: articlesPath() },
    { name: article.title, path: articlePath(article) },
  ];
}
