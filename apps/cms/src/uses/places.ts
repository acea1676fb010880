import { pathOnSite } from '../contract/addresses';
import { contentTypeLayouts } from '../editorial/desk/content-types';
import { blockName } from '../editorial/rules/block-names';
import { blocksOf, type Fields } from '../editorial/rules/fields';
import { linksOfDocument, workCited } from '../editorial/rules/links';
import type { Problem } from '../editorial/rules/problem';

/** Something that documents use, by everything that can lead to it. */
export interface Target {
  documentId: string;
  /** The paths of the site at which it stands. */
  addresses: string[];
  /** The words by which a text can cite it; see `worksOfSource`. */
  works: string[];
}

/** The fields by which a kind of document refers to others. */
const relations: Record<string, string[]> = {
  'api::article.article': ['category', 'author', 'reviewer', 'sources', 'cover'],
  'api::contributor.contributor': ['portrait'],
};

const isTarget = (value: unknown, { documentId }: Target): boolean =>
  [value].flat().some((linked) => (linked as { documentId?: string } | null | undefined)?.documentId === documentId);

/**
 * Each place of a document in which something is used, as whoever edits it knows the place: the field's name, or the block's number and
 * heading.
 * @param fields the document, populated as it is for the publish gate
 */
export function placesOf(uid: string, fields: Fields, target: Target, siteOrigin: string): string[] {
  const inFields = (relations[uid] ?? []).filter((field) => isTarget(fields[field], target)).map((field) => labelOf(uid, field));
  const { shareImage } = (fields['seo'] ?? {}) as { shareImage?: unknown };
  const figures = blocksOf(fields).filter(({ block }) => isTarget(block['image'], target));
  const links = linksOfDocument(uid, fields).filter(({ url }) => leadsTo(url, target, siteOrigin));
  const paths = [...figures, ...links].map(({ path }) => path).sort((a, b) => Number(a[1] ?? 0) - Number(b[1] ?? 0));
  return counted([
    ...inFields,
    ...(isTarget(shareImage, target) ? ['Picture when shared'] : []),
    ...paths.map((path) => placeName(uid, fields, path)),
  ]);
}

function leadsTo(url: string, { addresses, works }: Target, siteOrigin: string): boolean {
  const path = pathOnSite(url, siteOrigin);
  if (path !== null && addresses.includes(path)) return true;
  const work = workCited(path ?? url);
  return work !== null && works.includes(work);
}

function placeName(uid: string, fields: Fields, [field, index]: Problem['path']): string {
  const found = field === 'body' && typeof index === 'number' ? blocksOf(fields)[index] : undefined;
  return found ? blockName(found.block, index as number) : labelOf(uid, String(field));
}

const labelOf = (uid: string, field: string): string => contentTypeLayouts[uid]?.fields[field]?.label ?? field;

/** The same place twice is named once, with how often. */
function counted(places: string[]): string[] {
  const times = new Map<string, number>();
  for (const place of places) times.set(place, (times.get(place) ?? 0) + 1);
  return [...times].map(([place, count]) => (count === 1 ? place : `${place} (${count} times)`));
}
