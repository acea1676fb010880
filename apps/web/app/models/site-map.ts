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
import type { MappedKind, Span, StandingChanges } from '#app/content/site-map.server.ts';

/** A page and when it last changed, where that is known. */
export interface MappedPage {
  path: string;
  lastModified: string | undefined;
}

/** The part with the pages that are there whatever the clinic has published. */
export const STANDING_PART = 'pages';

const pathOf: Record<MappedKind, (key: string) => string> = {
  articles: (slug) => articlePath({ slug }),
  categories: (slug) => categoryPath({ slug }),
  authors: (slug) => authorPath({ slug }),
  sources: (citationKey) => sourcePath({ citationKey }),
  glossary: (slug) => glossaryTermPath({ slug }),
};

/** The kinds that parts are made of, in the order of the index. */
export const mappedKinds = Object.keys(pathOf) as MappedKind[];

/** One file of the site map: so many documents of a kind, from some place on. */
export interface SiteMapPart {
  kind: MappedKind;
  span: Span;
}

/** Which documents the part of a name holds, or null if no part is called so. */
export function toPart(name: string, size: number): SiteMapPart | null {
  const [, kind, number] = /^([a-z]+)-([1-9]\d{0,5})$/.exec(name) ?? [];
  const known = mappedKinds.find((one) => one === kind);
  return known ? { kind: known, span: { from: (Number(number) - 1) * size, most: size } } : null;
}

/** The parts that so many documents of a kind take, by name. */
export function partNames(kind: MappedKind, count: number, size: number): string[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => `${kind}-${i + 1}`);
}

/** The pages of documents of a kind. */
export function toMappedPages(kind: MappedKind, mapped: readonly { key: string; updatedAt: string }[]): MappedPage[] {
  return mapped.map(({ key, updatedAt }) => ({ path: pathOf[kind](key), lastModified: updatedAt }));
}

/** The pages that are always there. One that lists articles changed when the latest of them did. */
export function toStandingPages({ clinic, articles, categories, people, terms }: StandingChanges): MappedPage[] {
  return [
    page(homePath, clinic, articles),
    page(articlesPath(), articles),
    page(categoriesPath, articles, ...categories),
    page(glossaryPath, ...terms),
    page(aboutPath, clinic, ...people),
    page(editorialPolicyPath, clinic),
    page(privacyPath, clinic),
    page(bookConsultationPath, clinic),
    // Their text comes with the site: nobody knows the day it changed.
    ...[searchPath(), accessibilityPath, developersPath].map((path) => page(path)),
  ];
}

/** When the newest of some pages changed, as far as that is known. */
export function lastChangeOf(pages: readonly Pick<MappedPage, 'lastModified'>[]): string | undefined {
  return latest(pages.map(({ lastModified }) => lastModified));
}

function page(path: string, ...times: (string | undefined)[]): MappedPage {
  return { path, lastModified: latest(times) };
}

/** The latest of some times; they are all written alike, so that their order is that of their letters. */
function latest(times: readonly (string | undefined)[]): string | undefined {
  let last: string | undefined;
  for (const time of times) if (time !== undefined && (last === undefined || time > last)) last = time;
  return last;
}
