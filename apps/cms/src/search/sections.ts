import {
  headingsOf,
  richTextToPlainText,
  toPlainText,
  inlineText,
  type ArticleBlock,
  type ArticleBody,
  type RichText,
} from '@clinic/types';

/** A passage of an article under one heading, and the anchor that leads there; the first one has none. */
export interface Section {
  id: string | null;
  heading: string | null;
  text: string;
}

type Piece = { heading: string } | { text: string };

/** A block as headings and texts, with the same headings as `headingsOf` finds. */
function piecesOf(block: ArticleBlock): Piece[] {
  if (block.__typename === 'RichTextBlock') return block.content.map(pieceOf);
  const hasHeading =
    block.__typename === 'DoDontListBlock' || block.__typename === 'TimelineBlock' || block.__typename === 'FaqBlock';
  if (!hasHeading || !block.heading) return [{ text: toPlainText([block]) }];
  return [{ heading: block.heading }, { text: toPlainText([{ ...block, heading: null }]) }];
}

function pieceOf(node: RichText[number]): Piece {
  return node.type === 'heading' ? { heading: inlineText(node.children) } : { text: richTextToPlainText([node]) };
}

/** An article's text, cut at its headings. */
export function sectionsOf(body: ArticleBody): Section[] {
  const anchors = headingsOf(body).map(({ id }) => id);
  const sections: Section[] = [{ id: null, heading: null, text: '' }];
  for (const piece of body.flatMap(piecesOf)) {
    if ('heading' in piece) {
      sections.push({ id: anchors.shift() ?? null, heading: piece.heading, text: '' });
      continue;
    }
    const last = sections.at(-1);
    if (last) last.text = [last.text, piece.text].filter(Boolean).join('\n\n');
  }
  return sections.filter(({ heading, text }) => heading !== null || text !== '');
}
