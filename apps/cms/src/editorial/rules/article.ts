import { citationIndex, citedWork, type CitableSource } from '@clinic/types';

import { pathOnSite } from '../../contract/addresses';

import { namingBlocks } from './block-names';
import { crisisProblems } from './crisis';
import { uncitedFigures, uncitedSources } from './evidence';
import { isEmpty, type Fields } from './fields';
import { unfinishedTables } from './grid';
import { lengthProblems } from './lengths';
import { linkWordProblems } from './link-words';
import type { LinkFacts } from './links';
import { deadLinks, linksOfDocument } from './links';
import { pictureProblems } from './pictures';
import { advice, blocking, type Finding, type Problem } from './problem';
import { gradeProblems } from './reading-grade';
import { emptyBlockProblems, headingProblems } from './structure';
import { wordingProblems, type AvoidedWord } from './wording';

/** What the rules look at of an article, as stored and populated, or as a form holds it. */
export type ReviewedArticle = Fields & { sources?: CitableSource[] | null };

/** What advice has to be told beside what the gate is told. */
export interface AdviceFacts extends LinkFacts {
  avoided: AvoidedWord[];
}

/** Everything that keeps an article from being published, each at its field and in plain words. An article that is ready has none. */
export function articleProblems(article: ReviewedArticle, facts: LinkFacts): Problem[] {
  return namingBlocks(article, [
    ...missing(article),
    ...pictureProblems(article),
    ...headingProblems(article),
    ...emptyBlockProblems(article),
    ...unfinishedTables(article),
    ...linkWordProblems(article),
    ...citations(article, facts),
    ...deadLinks('api::article.article', article, facts),
    ...crisisProblems(article),
  ]);
}

/** What would make an article better and keeps nobody from publishing it. */
function articleAdvice(article: ReviewedArticle, { siteOrigin, avoided }: AdviceFacts): Problem[] {
  return namingBlocks(article, [
    ...(isEmpty(article['reviewer']) ? [{ path: ['reviewer'], message: 'No clinical reviewer is named.' }] : []),
    ...lengthProblems(article),
    ...uncitedSources(article, siteOrigin),
    ...uncitedFigures(article),
    ...wordingProblems(article, avoided),
    ...gradeProblems(article),
  ]);
}

/** What an editor is told beside the article: what is wrong, as the gate sees it, and then what could be better. */
export function articleFindings(article: ReviewedArticle, facts: AdviceFacts): Finding[] {
  return [...articleProblems(article, facts).map(blocking), ...articleAdvice(article, facts).map(advice)];
}

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
