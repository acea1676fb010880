import type { Problem } from './problem';

/** The values of a document's or block's fields, as stored or as a form holds them. */
export type Fields = Record<string, unknown>;

/** Whether nothing was chosen, written or added. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

/** A value that holds rich text, and the field it stands in. */
export interface RichTextField {
  path: Problem['path'];
  value: unknown;
}

/** The fields that hold rich text, by component or content type. */
const richTextFields: Record<string, string[]> = {
  'body.rich-text': ['content'],
  'body.callout': ['content'],
  'body.care-card': ['content'],
  'body.timeline-entry': ['content'],
  'body.figure': ['caption'],
  'body.faq-item': ['answer'],
  'api::contributor.contributor': ['bio'],
  'api::clinic.clinic': ['editorialPolicy', 'privacyPolicy', 'bookingText'],
};

const nested: Record<string, [field: string, component: string][]> = {
  'body.timeline': [['entries', 'body.timeline-entry']],
  'body.faq': [['items', 'body.faq-item']],
};

/** A block of an article's body, whatever it holds. */
export type Block = Fields & { __component: string };

/** The blocks of an article's body and where each stands. */
export function blocksOf(fields: Fields): { block: Block; path: Problem['path'] }[] {
  const { body } = fields;
  return Array.isArray(body) ? (body as Block[]).map((block, i) => ({ block, path: ['body', i] })) : [];
}

function ofModel(model: string, fields: Fields, at: Problem['path']): RichTextField[] {
  const own = (richTextFields[model] ?? []).map((field) => ({ path: [...at, field], value: fields[field] }));
  const inner = (nested[model] ?? []).flatMap(([field, component]) => {
    const items = fields[field];
    return Array.isArray(items) ? (items as Fields[]).flatMap((item, i) => ofModel(component, item, [...at, field, i])) : [];
  });
  return [...own, ...inner, ...cellsOf(model, fields, at)];
}

/** The cells of a comparison table; an editor finds them all in one field. */
function cellsOf(model: string, { grid }: Fields, at: Problem['path']): RichTextField[] {
  if (model !== 'body.comparison-table' || typeof grid !== 'object' || grid === null) return [];
  const { rows } = grid as { rows?: unknown };
  if (!Array.isArray(rows)) return [];
  return (rows as { cells?: unknown }[]).flatMap(({ cells }) =>
    Array.isArray(cells) ? cells.map((value: unknown) => ({ path: [...at, 'grid'], value })) : [],
  );
}

/** Every rich text of a document and the field that it stands in. */
export function richTextsIn(uid: string, fields: Fields): RichTextField[] {
  return [...ofModel(uid, fields, []), ...blocksOf(fields).flatMap(({ block, path }) => ofModel(block.__component, block, path))];
}
