import { env } from '#app/config/env.server.ts';
import {
  aboutPath,
  absoluteUrl,
  accessibilityPath,
  articlePath,
  articlesPath,
  authorPath,
  bookConsultationPath,
  categoriesPath,
  categoryPath,
  developersPath,
  editorialPolicyPath,
  glossaryPath,
  glossaryTermPath,
  homePath,
  privacyPath,
  searchPath,
  sourcePath,
} from '#app/config/paths.ts';
import { listArticleAddresses } from '#app/content/articles.server.ts';
import { listCategories } from '#app/content/categories.server.ts';
import { listContributors } from '#app/content/contributors.server.ts';
import { listGlossaryTerms } from '#app/content/glossary.server.ts';
import { listSourceKeys } from '#app/content/sources.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { cacheHeaders } from '#app/http/responses.ts';
import { sitemapXml, type SitemapEntry } from '#app/seo/sitemap.ts';

const standingPages = [
  homePath,
  articlesPath(),
  categoriesPath,
  searchPath(),
  aboutPath,
  glossaryPath,
  editorialPolicyPath,
  privacyPath,
  accessibilityPath,
  bookConsultationPath,
  developersPath,
];

export async function loader() {
  const [articles, categories, contributors, sourceKeys, terms] = await orUnavailable(
    Promise.all([listArticleAddresses(), listCategories(), listContributors(), listSourceKeys(), listGlossaryTerms()]),
  );
  const entry = (path: string, lastModified?: string): SitemapEntry => ({ url: absoluteUrl(path, env.siteUrl), lastModified });
  const xml = sitemapXml([
    ...standingPages.map((path) => entry(path)),
    ...articles
      .filter(({ seo }) => !seo.noindex && seo.canonicalUrl === null)
      .map((article) => entry(articlePath(article), article.updatedAt)),
    ...categories.map((category) => entry(categoryPath(category))),
    ...contributors.filter(({ demo }) => !demo).map((contributor) => entry(authorPath(contributor))),
    ...terms.map((term) => entry(glossaryTermPath(term))),
    ...sourceKeys.map((citationKey) => entry(sourcePath({ citationKey }))),
  ]);
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8', ...cacheHeaders('page') } });
}
