import { headingsOf, type RichText } from '@clinic/types';

import { toRichText, type RichTextView } from './rich-text.ts';

/** A text that has a page of its own; its headings have anchors made from their words. */
export function toStandingText(text: RichText): RichTextView {
  const ids = headingsOf([{ __typename: 'RichTextBlock', content: text }]).values();
  return toRichText(text, { nextHeadingId: () => ids.next().value?.id ?? null });
}
