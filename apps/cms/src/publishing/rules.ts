import { checkGrid } from './grid';
import { refusal, type Problem } from './refusal';
import { checkRichText } from './rich-text-rules';

type Data = Record<string, unknown>;

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

function checkFields(model: string, data: Data, at: Problem['path']): Problem[] {
  const own = (richTextFields[model] ?? []).flatMap((field) => checkRichText(data[field], [...at, field]));
  const inner = (nested[model] ?? []).flatMap(([field, component]) => {
    const items = data[field];
    return Array.isArray(items) ? (items as Data[]).flatMap((item, i) => checkFields(component, item, [...at, field, i])) : [];
  });
  const grid = model === 'body.comparison-table' && 'grid' in data ? checkGrid(data['grid'], [...at, 'grid']) : [];
  return [...own, ...inner, ...grid];
}

/**
 * Refuses what may not be saved at all, even as a draft: formatting that no page can show and tables without a shape.
 * @throws a refusal naming every field concerned
 */
export function checkContent(uid: string, data: Data | undefined): void {
  if (!data) return;
  const body =
    uid === 'api::article.article' && Array.isArray(data['body']) ? (data['body'] as (Data & { __component: string })[]) : [];
  const problems = [
    ...checkFields(uid, data, []),
    ...body.flatMap((block, i) => checkFields(block.__component, block, ['body', i])),
  ];
  if (problems.length > 0) throw refusal(problems);
}
