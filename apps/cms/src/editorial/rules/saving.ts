import { blocksOf, richTextsIn, type Fields } from './fields';
import { checkGrid } from './grid';
import type { Problem } from './problem';
import { redirectFormProblems } from './redirect';
import { checkRichText } from './rich-text';

/**
 * What may not be saved at all, even as a draft: formatting that no page can show, tables without a shape, what is set on
 * the article, and redirects between addresses that are none.
 * @param fields only those that are being saved
 */
export function savingProblems(uid: string, fields: Fields): Problem[] {
  const texts = richTextsIn(uid, fields).filter(({ path }) => path.at(-1) !== 'grid');
  const tables = blocksOf(fields).filter(({ block }) => block.__component === 'body.comparison-table' && 'grid' in block);
  return [
    ...texts.flatMap(({ value, path }) => checkRichText(value, path)),
    ...tables.flatMap(({ block, path }) => checkGrid(block['grid'], [...path, 'grid'])),
    ...setElsewhere(uid, fields),
    ...(uid === 'api::redirect.redirect' ? redirectFormProblems(fields) : []),
  ];
}

/** Fields that only show what articles say of themselves: changed here, published articles would change without being published. */
const mirrored: Record<string, string[]> = {
  'api::category.category': ['articles'],
  'api::contributor.contributor': ['written', 'reviewed'],
  'api::source.source': ['articles'],
};

function setElsewhere(uid: string, fields: Fields): Problem[] {
  return (mirrored[uid] ?? [])
    .filter((field) => changesSomething(fields[field]))
    .map((field) => ({ path: [field], message: 'Set this on the article, where it is reviewed and published with the rest.' }));
}

/** The admin sends relations that nobody touched as empty lists of changes. */
function changesSomething(relation: unknown): boolean {
  if (relation === undefined) return false;
  if (typeof relation !== 'object' || relation === null || Array.isArray(relation)) return true;
  const { connect, disconnect, set } = relation as Record<string, unknown>;
  const isEmpty = (list: unknown) => list === undefined || (Array.isArray(list) && list.length === 0);
  return !isEmpty(connect) || !isEmpty(disconnect) || set !== undefined;
}
