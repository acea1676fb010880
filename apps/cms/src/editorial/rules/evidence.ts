import { citedWork, type CitableSource } from '@clinic/types';

import { richTextsIn, type Fields } from './fields';
import { targetsOf, worksOfSource } from './links';
import type { Problem } from './problem';
import { linksIn } from './rich-text';
import { passagesIn } from './text';

const NAMED = 3;

/** Sources of the list that no sentence cites. */
export function uncitedSources(article: Fields & { sources?: CitableSource[] | null }, siteOrigin: string): Problem[] {
  const cited = new Set(targetsOf('api::article.article', article, siteOrigin).works);
  const idle = (article.sources ?? []).filter((source) => !worksOfSource(source).some((work) => cited.has(work)));
  if (idle.length === 0) return [];
  const names = idle.slice(0, NAMED).map(({ citationKey }) => citationKey);
  const more = idle.length - names.length;
  const which = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return [
    { path: ['sources'], message: `Nothing in the text cites ${which}. Cite it where it is used, or take it off the list.` },
  ];
}

const FIGURE =
  /\d\s?%|\bper ?cent\b|\b(?:\d+|two|three|four|five|ten) times (?:as|more|less|the)\b|\bone in (?:two|three|four|five|ten)\b/i;

/** Statements with a number that measures an effect or a risk and rest on no source. */
export function uncitedFigures(article: Fields): Problem[] {
  return richTextsIn('api::article.article', article)
    .filter(({ path }) => path.at(-1) !== 'grid')
    .flatMap(({ value, path }) =>
      passagesIn(value, path).flatMap(({ words, node }) => {
        const figure = node?.type === 'heading' ? null : FIGURE.exec(words);
        if (!figure || linksIn([node]).some(({ url }) => citedWork(url) !== null)) return [];
        return [{ path, message: `“${around(words, figure.index)}” gives a figure and cites no source.` }];
      }),
    );
}

/** The words around a place, so that it can be found. */
function around(words: string, at: number): string {
  const from = words.lastIndexOf(' ', Math.max(0, at - 30)) + 1;
  const part = words.slice(from, at + 30).trim();
  return `${from > 0 ? '…' : ''}${part}${at + 30 < words.length ? '…' : ''}`;
}
