import { blocksOf, richTextsIn, type Block, type Fields } from './fields';
import type { Problem } from './problem';
import { wordsOf } from './rich-text';
import { isWordless, passagesIn, type Passage } from './text';

interface PlacedHeading {
  path: Problem['path'];
  level: number;
  words: string;
}

/** The headings of a body in reading order. Lists, timelines and questions stand under a heading of level 2. */
function headingsOf(article: Fields): PlacedHeading[] {
  return blocksOf(article).flatMap(({ block, path }): PlacedHeading[] => {
    if (block.__component === 'body.rich-text') {
      const at = [...path, 'content'];
      return passagesIn(block['content'], at).flatMap(({ node, words }) =>
        node?.type === 'heading' ? [{ path: at, level: Number(node.level), words: words.trim() }] : [],
      );
    }
    const isSection = ['body.do-dont-list', 'body.timeline', 'body.faq'].includes(block.__component);
    const { heading } = block;
    return isSection && typeof heading === 'string' && heading.trim() !== ''
      ? [{ path: [...path, 'heading'], level: 2, words: heading.trim() }]
      : [];
  });
}

/** Headings that have no words, or that skip a level: who listens to a page finds the way by them. */
export function headingProblems(article: Fields): Problem[] {
  let above = 1;
  return headingsOf(article).flatMap(({ path, level, words }) => {
    if (words === '') return [{ path, message: 'A heading has no words. Write it or remove it.' }];
    const allowed = above + 1;
    above = level;
    if (level <= allowed) return [];
    const reason = allowed === 2 ? 'the first heading of the text' : `it stands under a heading of level ${allowed - 1}`;
    return [{ path, message: `“${words}” is a heading of level ${level}, but ${reason}. Make it level ${allowed}.` }];
  });
}

const EMPTY = 'This block is empty. Write something in it or remove it.';

/** Blocks, questions and list items in which nothing is written. */
export function emptyBlockProblems(article: Fields): Problem[] {
  const texts = richTextsIn('api::article.article', article)
    .filter(({ path }) => !['caption', 'grid'].includes(String(path.at(-1))) && !path.includes('entries'))
    .filter(({ value }) => isWordless(value))
    .map(({ path }) => ({ path, message: path.includes('items') ? 'A question has no answer.' : EMPTY }));
  return [...texts, ...blocksOf(article).flatMap(({ block, path }) => emptyItems(block, path))];
}

const lists: Record<string, [list: string, field: string, message: string][]> = {
  'body.do-dont-list': [
    ['dos', 'text', 'An entry of the list is empty.'],
    ['donts', 'text', 'An entry of the list is empty.'],
  ],
  'body.timeline': [['entries', 'title', 'An entry of the timeline has no title.']],
  'body.faq': [['items', 'question', 'A question is empty.']],
};

function emptyItems(block: Block, path: Problem['path']): Problem[] {
  return (lists[block.__component] ?? []).flatMap(([list, field, message]) => {
    const items = block[list];
    if (!Array.isArray(items)) return [];
    return (items as Fields[]).flatMap((item, i) =>
      typeof item[field] === 'string' && item[field].trim() !== '' ? [] : [{ path: [...path, list, i, field], message }],
    );
  });
}

/** The sections of a body by their headings of level 2, each with the passages that are read under it. */
export interface Section {
  heading: string | null;
  path: Problem['path'];
  passages: Pick<Passage, 'words' | 'node'>[];
}

const proseFields: Record<string, string> = {
  'body.rich-text': 'content',
  'body.callout': 'content',
  'body.care-card': 'content',
};

export function sectionsOf(article: Fields): Section[] {
  const sections: Section[] = [];
  const current = (path: Problem['path']): Section => {
    const last = sections.at(-1);
    if (last) return last;
    const first: Section = { heading: null, path, passages: [] };
    sections.push(first);
    return first;
  };
  for (const { block, path } of blocksOf(article)) {
    if (block.__component === 'body.faq') {
      const items = Array.isArray(block['items']) ? (block['items'] as Fields[]) : [];
      sections.push({
        heading: typeof block['heading'] === 'string' ? block['heading'] : 'Questions',
        path,
        passages: items.flatMap(({ answer }) => passagesIn(answer, path)),
      });
      continue;
    }
    const field = proseFields[block.__component];
    if (field === undefined) continue;
    for (const passage of passagesIn(block[field], path)) {
      if (passage.node?.type === 'heading') {
        if (passage.node.level === 2) sections.push({ heading: wordsOf(passage.node), path, passages: [] });
      } else if (passage.words.trim() !== '') current(path).passages.push(passage);
    }
  }
  return sections.filter(({ passages }) => passages.length > 0);
}
