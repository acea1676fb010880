import { citationIndex, citedWork, type CitableSource } from '@clinic/types';

import { pathOnSite } from '../../contract/addresses';

import { blocksOf, type Fields } from './fields';
import type { LinkFacts } from './links';
import { deadLinks, linksOfDocument } from './links';
import type { Problem } from './problem';

/** What the rules look at of an article, as stored and populated. */
export type ReviewedArticle = Fields & { sources?: CitableSource[] | null };

/** Everything that keeps an article from being published, each at its field and in plain words. An article that is ready has none. */
export function articleProblems(article: ReviewedArticle, facts: LinkFacts): Problem[] {
  return [
    ...missing(article),
    ...pictures(article),
    ...citations(article, facts),
    ...deadLinks('api::article.article', article, facts),
  ];
}

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const required: [field: string, message: string][] = [
  ['title', 'Give the article a title.'],
  ['slug', 'Give the article an address.'],
  ['summary', 'Write a summary for cards and lists.'],
  ['shortAnswer', 'Write the short answer.'],
  ['keyTakeaways', 'Write at least one key takeaway.'],
  ['category', 'Choose a category.'],
  ['author', 'Choose who wrote it.'],
  ['evidence', 'Choose how strong the evidence is.'],
  ['body', 'The article has no text yet.'],
];

function missing(article: Fields): Problem[] {
  return required.flatMap(([field, message]) => (isEmpty(article[field]) ? [{ path: [field], message }] : []));
}

interface Picture {
  width?: number | null;
  height?: number | null;
}

const NEEDS_WORDS = 'Describe the picture for those who cannot see it, or mark it as decorative.';

function pictures(article: Fields): Problem[] {
  const cover =
    !isEmpty(article['cover']) && article['coverDecorative'] !== true && isEmpty(article['coverAlt'])
      ? [{ path: ['coverAlt'], message: NEEDS_WORDS }]
      : [];
  const figures = blocksOf(article).filter(({ block }) => block.__component === 'body.figure');
  return [
    ...cover,
    ...sizeOf(article['cover'] as Picture | null | undefined, ['cover']),
    ...figures.flatMap(({ block, path }) => [
      ...(block['decorative'] !== true && isEmpty(block['alt']) ? [{ path: [...path, 'alt'], message: NEEDS_WORDS }] : []),
      ...(isEmpty(block['image']) ? [{ path: [...path, 'image'], message: 'Choose a picture.' }] : []),
      ...sizeOf(block['image'] as Picture | null | undefined, [...path, 'image']),
    ]),
  ];
}

/** A page reserves the place of a picture before it arrives, so its size has to be known. */
function sizeOf(picture: Picture | null | undefined, path: Problem['path']): Problem[] {
  return !picture || (picture.width && picture.height)
    ? []
    : [{ path, message: 'This file is not a picture that the site can show. Upload it again as a JPEG, PNG, WebP or AVIF.' }];
}

function citations(article: ReviewedArticle, { siteOrigin }: LinkFacts): Problem[] {
  const lookUp = citationIndex(article.sources ?? []);
  return linksOfDocument('api::article.article', article).flatMap(({ url, words, path }) => {
    const cited = citationIn(url, siteOrigin);
    if (cited === null || lookUp(cited) !== null) return [];
    return [
      {
        path,
        message: `“${words}” cites ${nameOf(cited)}, which is not among the sources of this article. Add it there, or change the link.`,
      },
    ];
  });
}

/** The address of a link that cites something, as citations are written. */
function citationIn(url: string, siteOrigin: string): string | null {
  const address = pathOnSite(url, siteOrigin) ?? url;
  return citedWork(address) === null ? null : address;
}

function nameOf(url: string): string {
  const work = citedWork(url);
  return work === null ? url : 'doi' in work ? `the DOI ${work.doi}` : `the source ${work.citationKey}`;
}
