import GithubSlugger from 'github-slugger';

import type { ArticleBlock, ArticleBody } from './article-body.js';
import { inlineText } from './plain-text.js';

/** A heading of an article and its anchor, unique within the article. */
export interface Heading {
  id: string;
  text: string;
  level: 2 | 3 | 4;
}

/**
 * The headings of a body in reading order: those of the running text, and those of its tables, timelines, lists and questions (level 2).
 * Anchors are made from the words, so that editing one section leaves the addresses of the others alone.
 * A heading that repeats another gets `-1`, `-2` ….
 */
export function headingsOf(body: ArticleBody): Heading[] {
  const slugger = new GithubSlugger();
  return body.flatMap(blockHeadings).map(({ text, level }) => ({ id: slugger.slug(text), text, level }));
}

function blockHeadings(block: ArticleBlock): Omit<Heading, 'id'>[] {
  switch (block.__typename) {
    case 'RichTextBlock':
      return block.content.flatMap((node) =>
        node.type === 'heading' ? [{ text: inlineText(node.children), level: node.level }] : [],
      );
    case 'DoDontListBlock':
    case 'TimelineBlock':
    case 'FaqBlock':
      return block.heading ? [{ text: block.heading, level: 2 }] : [];
    case 'CalloutBlock':
    case 'CareCardBlock':
    case 'ComparisonTableBlock':
    case 'FigureBlock':
      return [];
  }
}
