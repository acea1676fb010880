import type { ArticleBody } from './article-body.js';
import { citationIndex, linksOf, richTextsOf, type CitableSource } from './citations.js';
import { headingsOf } from './headings.js';
import { inlineText } from './plain-text.js';
import type { LinkNode, RichTextNode } from './rich-text.js';

/** Where a body cites a work. */
export interface CitationPlace {
  /** The position of the block in the body, from 0. */
  block: number;
  /** The anchor of the heading that the place stands under, as {@link headingsOf} names it; null before the first. */
  heading: string | null;
  /** The words that carry the citation. */
  text: string;
}

/** A work of an article's list, its number, and every place that cites it in reading order. */
export interface Citation<S extends CitableSource> {
  number: number;
  source: S;
  places: CitationPlace[];
}

interface PlacedLink {
  block: number;
  heading: string | null;
  link: LinkNode;
}

/** Every link of a body with the place it stands in, in reading order. */
function placedLinks(body: ArticleBody): PlacedLink[] {
  const anchors = headingsOf(body).map(({ id }) => id);
  let heading: string | null = null;
  const next = () => {
    heading = anchors.shift() ?? heading;
  };
  const placed = (block: number, nodes: RichTextNode[]): PlacedLink[] => linksOf(nodes).map((link) => ({ block, heading, link }));

  return body.flatMap((block, i) => {
    if (block.__typename === 'RichTextBlock') {
      return block.content.flatMap((node) => {
        if (node.type === 'heading') next();
        return placed(i, [node]);
      });
    }
    if (headingsOf([block]).length > 0) next();
    return richTextsOf([block]).flatMap((richText) => placed(i, richText));
  });
}

/**
 * The works of an article under their numbers, with the places in its body that cite each; a work that is listed but never cited has none.
 * The number is the position in `sources`, from 1.
 */
export function citationsOf<S extends CitableSource>(body: ArticleBody, sources: readonly S[]): Citation<S>[] {
  const lookUp = citationIndex(sources);
  const citations = sources.map((source, i): Citation<S> => ({ number: i + 1, source, places: [] }));
  for (const { block, heading, link } of placedLinks(body)) {
    const found = lookUp(link.url);
    if (found) citations[found.number - 1]?.places.push({ block, heading, text: inlineText(link.children) });
  }
  return citations;
}
