import type { BreadcrumbList, DefinedTerm, FAQPage, WebSite, WithContext } from 'schema-dts';

import type { JsonLd } from './document-meta.ts';

import { absoluteUrl, articlePath, authorPath, glossaryPath, homePath } from '#app/config/paths.ts';
import { site } from '#app/config/site.ts';
import type { Article } from '#app/content/articles.server.ts';
import type { Source } from '#app/content/sources.server.ts';

/** Where JSON-LD is written: the site's origin and the clinic's name. */
export interface Publisher {
  origin: string;
  siteName: string;
}

/** The site as a whole, for its home page: search engines take its name from here. */
export function websiteJsonLd({ origin, siteName }: Publisher): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: siteName,
    url: absoluteUrl(homePath, origin),
    inLanguage: site.language,
  } satisfies WithContext<WebSite>;
}

/** What an article's JSON-LD is made of. */
export type ArticleFacts = Pick<
  Article,
  | 'slug'
  | 'title'
  | 'seo'
  | 'author'
  | 'reviewer'
  | 'sources'
  | 'cover'
  | 'category'
  | 'firstPublishedAt'
  | 'updatedAt'
  | 'wordCount'
  | 'reviewState'
  | 'lastReviewed'
>;

/**
 * The article as a medical web page with its author and the works it cites.
 * It names a reviewer, the day and a clinic only while a review by real people holds for the text as it is: an invented person has
 * reviewed nothing, and what was edited since or is overdue is not reviewed.
 */
export function articleJsonLd(article: ArticleFacts, { origin, siteName }: Publisher): JsonLd {
  const url = absoluteUrl(articlePath(article), origin);
  const { author } = article;
  const review = validReview(article);
  return {
    '@context': 'https://schema.org',
    '@type': ['MedicalWebPage', 'Article'],
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: article.title,
    description: article.seo.description,
    inLanguage: site.language,
    datePublished: article.firstPublishedAt,
    dateModified: article.updatedAt,
    wordCount: article.wordCount,
    isAccessibleForFree: true,
    publisher: { '@type': review ? 'MedicalClinic' : 'Organization', name: siteName, url: absoluteUrl(homePath, origin) },
    ...(article.category && { articleSection: article.category.name }),
    ...(article.cover && { image: absoluteUrl(article.cover.url, origin) }),
    ...(author && { author: person(author, origin) }),
    ...(review && { reviewedBy: person(review.reviewer, origin), lastReviewed: review.day }),
    citation: article.sources.map(citation),
  };
}

/** Who reviewed the text as it is now, and when; null unless both people are real. */
function validReview({ author, reviewer, reviewState, lastReviewed }: ArticleFacts) {
  const isReal = reviewer && !reviewer.demo && author?.demo !== true;
  return isReal && reviewState === 'CURRENT' && lastReviewed !== null ? { reviewer, day: lastReviewed } : null;
}

/** A word of the glossary. */
export function definedTermJsonLd(
  { term, definition, href, alsoKnownAs }: { term: string; definition: string; href: string; alsoKnownAs: readonly string[] },
  { origin, siteName }: Publisher,
): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    '@id': absoluteUrl(href, origin),
    url: absoluteUrl(href, origin),
    name: term,
    ...(alsoKnownAs.length > 0 && { alternateName: [...alsoKnownAs] }),
    description: definition,
    inDefinedTermSet: { '@type': 'DefinedTermSet', name: `${siteName}: glossary`, url: absoluteUrl(glossaryPath, origin) },
  } satisfies WithContext<DefinedTerm>;
}

/** Questions with their answers, as plain text. */
export function faqJsonLd(questions: readonly { question: string; answer: string }[]): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: questions.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  } satisfies WithContext<FAQPage>;
}

/** Where a page stands, from the home page down to the page itself. */
export function breadcrumbsJsonLd(trail: readonly { name: string; path: string }[], origin: string): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: absoluteUrl(path, origin),
    })),
  } satisfies WithContext<BreadcrumbList>;
}

function person({ name, slug, role }: { name: string; slug: string; role: string }, origin: string) {
  return { '@type': 'Person', name, jobTitle: role, url: absoluteUrl(authorPath({ slug }), origin) };
}

function citation({ title, authors, year, journal, doi, url }: Source) {
  const address = doi ? `https://doi.org/${doi}` : url;
  return {
    '@type': 'CreativeWork',
    name: title,
    author: authors,
    datePublished: String(year),
    ...(journal && { isPartOf: { '@type': 'CreativeWork', name: journal } }),
    ...(address && { url: address }),
    ...(doi && { identifier: `doi:${doi}` }),
  };
}
