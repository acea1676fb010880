import {
  aboutPath,
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
import type { MappedContent } from '#app/content/site-map.server.ts';

/** A page and when it last changed, where that is known. */
interface MappedPage {
  path: string;
  lastModified: string | undefined;
}

/** One file of the site map. */
export interface SiteMapPart {
  name: string;
  pages: MappedPage[];
}

/** The site map's parts, none of them empty. A page that lists articles changed when the latest of them did. */
export function toSiteMap(content: MappedContent, pagesPerPart: number): SiteMapPart[] {
  const { articles, categories, contributors, sources, terms, changes } = content;
  const ofCategory = new Map<string, string>();
  const ofPerson = new Map<string, string>();
  for (const { updatedAt, category, author, reviewer } of articles) {
    if (category) note(ofCategory, category.slug, updatedAt);
    for (const person of [author, reviewer]) if (person) note(ofPerson, person.slug, updatedAt);
  }
  const own = articles.filter(({ seo }) => !seo.noindex && seo.canonicalUrl === null);
  const everyArticle = latest(articles.map(({ updatedAt }) => updatedAt));
  const clinic = changes.of('CLINIC');
  const termTimes = terms.map((slug) => changes.of('GLOSSARY_TERM', slug));
  const standing: MappedPage[] = [
    page(homePath, clinic, everyArticle),
    page(articlesPath(), everyArticle),
    page(categoriesPath, everyArticle, ...categories.map((slug) => changes.of('CATEGORY', slug))),
    page(glossaryPath, ...termTimes),
    page(aboutPath, clinic, ...contributors.map((slug) => changes.of('CONTRIBUTOR', slug))),
    page(editorialPolicyPath, clinic),
    page(privacyPath, clinic),
    page(bookConsultationPath, clinic),
    // Their text comes with the site: nobody knows the day it changed.
    ...[searchPath(), accessibilityPath, developersPath].map((path) => page(path)),
  ];
  return [
    { name: 'pages', pages: standing },
    ...inParts(
      'articles',
      own.map((article) => page(articlePath(article), article.updatedAt)),
      pagesPerPart,
    ),
    ...inParts(
      'categories',
      categories.map((slug) => page(categoryPath({ slug }), changes.of('CATEGORY', slug), ofCategory.get(slug))),
      pagesPerPart,
    ),
    ...inParts(
      'authors',
      contributors.map((slug) => page(authorPath({ slug }), changes.of('CONTRIBUTOR', slug), ofPerson.get(slug))),
      pagesPerPart,
    ),
    ...inParts(
      'sources',
      sources.map((citationKey) => page(sourcePath({ citationKey }), changes.of('SOURCE', citationKey))),
      pagesPerPart,
    ),
    ...inParts(
      'glossary',
      terms.map((slug, i) => page(glossaryTermPath({ slug }), termTimes[i])),
      pagesPerPart,
    ),
  ];
}

/** When the newest page of a part changed, as far as that is known. */
export function lastChangeOf({ pages }: SiteMapPart): string | undefined {
  return latest(pages.map(({ lastModified }) => lastModified));
}

function inParts(name: string, pages: MappedPage[], size: number): SiteMapPart[] {
  const count = Math.ceil(pages.length / size);
  return Array.from({ length: count }, (_, i) => ({
    name: `${name}-${i + 1}`,
    pages: pages.slice(i * size, (i + 1) * size),
  }));
}

function page(path: string, ...times: (string | undefined)[]): MappedPage {
  return { path, lastModified: latest(times) };
}

function note(times: Map<string, string>, slug: string, time: string): void {
  times.set(slug, latest([times.get(slug), time]) ?? time);
}

/** The latest of some times; they are all written alike, so that their order is that of their letters. */
function latest(times: readonly (string | undefined)[]): string | undefined {
  let last: string | undefined;
  for (const time of times) if (time !== undefined && (last === undefined || time > last)) last = time;
  return last;
}
