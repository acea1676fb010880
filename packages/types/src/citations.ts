import type { ArticleBody } from './article-body.js';
import type { InlineNode, LinkNode, RichText } from './rich-text.js';

/** What identifies a source in an inline citation. */
export interface CitableSource {
  citationKey: string;
  doi: string | null;
}

const DOI_ADDRESS = /^https?:\/\/(?:dx\.)?doi\.org\/(10\..+)$/i;
const SOURCE_PATH = /^\/sources\/([^/?#]+)$/;

/** What a link's address cites: a DOI (lower case), a citation key, or nothing (an ordinary link). */
export function citedWork(url: string): { doi: string } | { citationKey: string } | null {
  const doi = DOI_ADDRESS.exec(url)?.[1];
  if (doi !== undefined) return { doi: decode(doi).toLowerCase() };
  const citationKey = SOURCE_PATH.exec(url)?.[1];
  return citationKey === undefined ? null : { citationKey: decode(citationKey) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Looks up which of an article's sources a link cites. The number is the position in `sources`, from 1.
 * Returns null for an ordinary link and for a citation of something that is not among the sources.
 */
export function citationIndex<S extends CitableSource>(
  sources: readonly S[],
): (url: string) => { number: number; source: S } | null {
  const byDoi = new Map<string, number>();
  const byKey = new Map<string, number>();
  sources.forEach(({ doi, citationKey }, i) => {
    if (doi) byDoi.set(doi.toLowerCase(), i);
    byKey.set(citationKey, i);
  });
  return (url) => {
    const work = citedWork(url);
    if (!work) return null;
    const i = 'doi' in work ? byDoi.get(work.doi) : byKey.get(work.citationKey);
    const source = i === undefined ? undefined : sources[i];
    return i === undefined || source === undefined ? null : { number: i + 1, source };
  };
}

/** Every link in a rich text, in order. */
export function linksOf(richText: RichText): LinkNode[] {
  const ofInlines = (nodes: readonly InlineNode[]) => nodes.filter((node) => node.type === 'link');
  const ofNode = (node: RichText[number] | Extract<RichText[number], { type: 'list' }>['children'][number]): LinkNode[] =>
    node.type === 'list' ? node.children.flatMap(ofNode) : ofInlines(node.children);
  return richText.flatMap(ofNode);
}

/** Every rich text in a body, in reading order. */
export function richTextsOf(body: ArticleBody): RichText[] {
  return body.flatMap((block) => {
    switch (block.__typename) {
      case 'RichTextBlock':
      case 'CalloutBlock':
      case 'CareCardBlock':
        return [block.content];
      case 'ComparisonTableBlock':
        return block.rows.flatMap(({ cells }) => cells);
      case 'TimelineBlock':
        return block.entries.flatMap(({ content }) => (content ? [content] : []));
      case 'FigureBlock':
        return block.caption ? [block.caption] : [];
      case 'FaqBlock':
        return block.items.map(({ answer }) => answer);
      case 'DoDontListBlock':
        return [];
    }
  });
}
