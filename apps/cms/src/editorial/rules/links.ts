import { citedWork } from '@clinic/types';

import { pathOnSite } from '../../contract/addresses';

import { richTextsIn, type Fields } from './fields';
import type { Problem } from './problem';
import { linksIn, type WrittenLink } from './rich-text';

/** What the rules have to be told about the rest of the site. */
export interface LinkFacts {
  /** The site's own origin, for example `https://clinic.example`. */
  siteOrigin: string;
  /** The paths, among those the document links to, at which no visitor would find anything. */
  dead: ReadonlySet<string>;
}

/** Every link of a document and the field that it stands in. */
export function linksOfDocument(uid: string, fields: Fields): (WrittenLink & { path: Problem['path'] })[] {
  return richTextsIn(uid, fields).flatMap(({ value, path }) => linksIn(value).map((link) => ({ ...link, path })));
}

/** The paths of the site that a document links to, and the works that it cites, each once. */
export function targetsOf(uid: string, fields: Fields, siteOrigin: string): { paths: string[]; works: string[] } {
  const paths = new Set<string>();
  const works = new Set<string>();
  for (const { url } of linksOfDocument(uid, fields)) {
    const path = pathOnSite(url, siteOrigin);
    if (path !== null) paths.add(path);
    const work = workCited(path ?? url);
    if (work !== null) works.add(work);
  }
  return { paths: [...paths], works: [...works] };
}

/** A cited work in one word: `doi:10.…` or `key:ZAR06`. */
export function workCited(url: string): string | null {
  const work = citedWork(url);
  return work === null ? null : 'doi' in work ? `doi:${work.doi}` : `key:${work.citationKey}`;
}

/** The words by which a text can cite a source; see {@link targetsOf}. */
export function worksOfSource({ doi, citationKey }: { doi?: string | null; citationKey: string }): string[] {
  return [`key:${citationKey}`, ...(doi ? [`doi:${doi.toLowerCase()}`] : [])];
}

/** Links to pages of the site that are not there. Citations of sources are judged with the list of sources, not here. */
export function deadLinks(uid: string, fields: Fields, { siteOrigin, dead }: LinkFacts): Problem[] {
  return linksOfDocument(uid, fields).flatMap(({ url, words, path }) => {
    const target = pathOnSite(url, siteOrigin);
    if (target === null || !dead.has(target)) return [];
    if (uid === 'api::article.article' && citedWork(target) !== null) return [];
    return [
      {
        path,
        message: `“${words}” leads to ${target}, where no visitor finds anything. Publish that page first, or change the link.`,
      },
    ];
  });
}
