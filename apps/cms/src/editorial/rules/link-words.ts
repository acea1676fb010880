import { citedWork } from '@clinic/types';

import type { Fields } from './fields';
import { linksOfDocument } from './links';
import type { Problem } from './problem';

const vague = new Set([
  'article',
  'click',
  'click here',
  'click this link',
  'details',
  'find out more',
  'here',
  'info',
  'learn more',
  'link',
  'more',
  'more info',
  'more information',
  'page',
  'read more',
  'see here',
  'see more',
  'site',
  'source',
  'that',
  'this',
  'this article',
  'this link',
  'this page',
  'this site',
  'this website',
  'website',
]);

/** Links whose words do not say where they lead: who listens to a page often hears its links alone. */
export function linkWordProblems(article: Fields): Problem[] {
  return linksOfDocument('api::article.article', article).flatMap(({ url, words, path }) => {
    const said = words
      .trim()
      .toLowerCase()
      .replace(/[.!?…:›»→\s]+$/u, '');
    if (said === '') return [{ path, message: `A link to ${url} has no words. Write some or remove it.` }];
    // A citation becomes a number after the words; they are the claim, not the link's name.
    if (citedWork(url) !== null) return [];
    if (vague.has(said)) return [{ path, message: `The link “${words.trim()}” does not say where it leads. Name the page.` }];
    return /^(?:https?:\/\/|www\.)\S+$/.test(said)
      ? [{ path, message: `The link “${words.trim()}” is an address. Write what it leads to.` }]
      : [];
  });
}
