import { countWords } from '@clinic/types';

import type { Fields } from './fields';
import type { Problem } from './problem';

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** Texts that are much shorter or longer than their place on a page or in search results. */
export function lengthProblems(article: Fields): Problem[] {
  const seo = (article['seo'] ?? {}) as Fields;
  const summary = text(article['summary']);
  const title = text(article['title']);
  const searchTitle = text(seo['title']) || title;
  const description = text(seo['description']) || summary;
  const answer = countWords(text(article['shortAnswer']));
  const problems: (Problem | false)[] = [
    summary !== '' &&
      summary.length < 50 && { path: ['summary'], message: `The summary has ${summary.length} characters; 80 to 200 say more.` },
    summary.length > 220 && { path: ['summary'], message: `The summary has ${summary.length} characters; cards show about 200.` },
    searchTitle.length > 70 && {
      path: text(seo['title']) === '' ? ['title'] : ['seo', 'title'],
      message: `Search results cut titles after about 60 characters; this one has ${searchTitle.length}. Write a shorter one under “Search and sharing”.`,
    },
    description.length > 165 && {
      path: text(seo['description']) === '' ? ['summary'] : ['seo', 'description'],
      message: `Search results cut descriptions after about 160 characters; this one has ${description.length}.`,
    },
    description !== '' &&
      description.length < 70 && {
        path: text(seo['description']) === '' ? ['summary'] : ['seo', 'description'],
        message: `The description for search results has ${description.length} characters; 120 to 160 say what the page answers.`,
      },
    answer > 0 &&
      answer < 25 && {
        path: ['shortAnswer'],
        message: `The short answer has ${answer} words; 40 to 60 answer a question whole.`,
      },
    answer > 90 && { path: ['shortAnswer'], message: `The short answer has ${answer} words; 40 to 60 are read at once.` },
  ];
  return problems.filter((problem) => problem !== false);
}
