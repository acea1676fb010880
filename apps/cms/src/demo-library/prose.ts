import { inlineText, type ArticleBlock, type ArticleBody, type InlineNode, type RichText } from '@clinic/types';

import { toBody, type StoredBlock } from '../contract/body';
import { toRichText } from '../contract/rich-text';

import type { SeedArticle } from './read';

/** A stretch of text that a reader takes in at once (a paragraph, a list item, a table cell, a heading …), with the links in it. */
export interface Passage {
  text: string;
  links: string[];
}

/** The article's body as another app gets it. A figure is not uploaded yet, so its picture is named by its file. */
export function bodyOf({ body }: SeedArticle): ArticleBody {
  return body.flatMap((block): ArticleBlock[] => {
    if (block.__component !== 'body.figure') return toBody([block as unknown as StoredBlock]);
    const image = { url: String(block['file']), width: 1, height: 1, alt: String(block['alt']), decorative: false };
    return [{ __typename: 'FigureBlock', image, caption: toRichText(block['caption']) }];
  });
}

/** Every passage of rich text, in reading order. */
export function passagesOf(richText: RichText): Passage[] {
  return richText.flatMap((node): Passage[] => (node.type === 'list' ? listPassages(node) : [passage(node.children)]));
}

function listPassages(list: Extract<RichText[number], { type: 'list' }>): Passage[] {
  return list.children.flatMap((item) => (item.type === 'list' ? listPassages(item) : [passage(item.children)]));
}

function passage(nodes: readonly InlineNode[]): Passage {
  return { text: inlineText(nodes), links: nodes.flatMap((node) => (node.type === 'link' ? [node.url] : [])) };
}

const plain = (...texts: (string | null)[]): Passage[] =>
  texts.filter((text) => text !== null).map((text) => ({ text, links: [] }));

/** Every passage of a body, in reading order. */
export function bodyPassages(body: ArticleBody): Passage[] {
  return body.flatMap((block): Passage[] => {
    switch (block.__typename) {
      case 'RichTextBlock':
        return passagesOf(block.content);
      case 'CalloutBlock':
      case 'CareCardBlock':
        return [...plain(block.heading), ...passagesOf(block.content)];
      case 'DoDontListBlock':
        return plain(block.heading, ...block.dos, ...block.donts);
      case 'ComparisonTableBlock': {
        const rows = block.rows.flatMap(({ header, cells }) => [...plain(header), ...cells.flatMap(passagesOf)]);
        return [...plain(block.caption, block.cornerHeader, ...block.columns), ...rows, ...plain(block.note)];
      }
      case 'TimelineBlock':
        return [
          ...plain(block.heading),
          ...block.entries.flatMap(({ title, content }) => [...plain(title), ...passagesOf(content ?? [])]),
        ];
      case 'FigureBlock':
        return [...plain(block.image.alt), ...passagesOf(block.caption ?? [])];
      case 'FaqBlock':
        return [
          ...plain(block.heading),
          ...block.items.flatMap(({ question, answer }) => [...plain(question), ...passagesOf(answer)]),
        ];
    }
  });
}

/** The fields of an article beside its body that visitors read. */
export function frontPassages(article: SeedArticle): Passage[] {
  const { title, summary, shortAnswer, keyTakeaways, evidenceNote, contentNote, seo } = article;
  return plain(title, summary, shortAnswer, ...keyTakeaways, evidenceNote, contentNote, seo.title, seo.description);
}

/** The sentences of a passage. */
export function sentencesOf({ text }: Passage): string[] {
  return text
    .split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
