import type { List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';

import { type BlockWriter } from './blocks';

/** A block of an article's dynamic zone, ready to be saved; a figure still names its file. */
export type SeedBlock = { __component: string } & Record<string, unknown>;

type Writer = (directive: ContainerDirective, write: BlockWriter) => SeedBlock;

function attribute({ attributes, name }: ContainerDirective, key: string): string {
  const value = attributes?.[key];
  if (!value) throw new Error(`A ${name} in the demo library needs ${key}="…".`);
  return value;
}

const optional = ({ attributes }: ContainerDirective, key: string) => attributes?.[key] ?? null;

function only<T extends RootContent['type']>(directive: ContainerDirective, type: T): Extract<RootContent, { type: T }> {
  const [child, ...rest] = directive.children;
  if (child?.type !== type || rest.length > 0) throw new Error(`A ${directive.name} in the demo library holds one ${type}.`);
  return child as Extract<RootContent, { type: T }>;
}

function doDontList(directive: ContainerDirective): SeedBlock {
  const list: List = only(directive, 'list');
  const texts = list.children.map((item) => toString(item).replace(/\s+/g, ' ').trim());
  const after = (prefix: string) =>
    texts.filter((text) => text.startsWith(prefix)).map((text) => ({ text: text.slice(prefix.length).trim() }));
  const [dos, donts] = [after('Do: '), after('Do not: ')];
  if (dos.length + donts.length !== texts.length)
    throw new Error('Each item of a do-and-dont list begins with "Do: " or "Do not: ".');
  return { __component: 'body.do-dont-list', heading: optional(directive, 'heading'), dos, donts };
}

function comparisonTable(directive: ContainerDirective, write: BlockWriter): SeedBlock {
  const table: Table = only(directive, 'table');
  const [head, ...rows] = table.children;
  const [corner = '', ...columns] = (head?.children ?? []).map((cell) => toString(cell));
  const grid = {
    corner,
    columns,
    rows: rows.map(({ children: [header, ...cells] }) => ({
      header: header ? toString(header) : '',
      cells: cells.map((cell) => [{ type: 'paragraph', children: write.inlines(cell.children) }]),
    })),
  };
  return {
    __component: 'body.comparison-table',
    caption: attribute(directive, 'caption'),
    note: optional(directive, 'note'),
    grid,
  };
}

function timelineEntry(item: ListItem, write: BlockWriter) {
  const [first, ...rest] = item.children;
  const [date, ...title] = (first as Paragraph | undefined)?.children ?? [];
  if (date?.type !== 'strong') throw new Error('A timeline entry in the demo library begins with **the date**.');
  const content = write.blocks(rest);
  return {
    date: toString(date),
    title: title
      .map((node) => toString(node))
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
    content: content.length > 0 ? content : null,
  };
}

function timeline(directive: ContainerDirective, write: BlockWriter): SeedBlock {
  const list: List = only(directive, 'list');
  return {
    __component: 'body.timeline',
    heading: optional(directive, 'heading'),
    entries: list.children.map((item) => timelineEntry(item, write)),
  };
}

function faq(directive: ContainerDirective, write: BlockWriter): SeedBlock {
  const items: { question: string; answer: RootContent[] }[] = [];
  for (const node of directive.children) {
    if (node.type === 'heading') items.push({ question: toString(node), answer: [] });
    else {
      const item = items.at(-1);
      if (!item) throw new Error('An faq in the demo library begins with a ### question.');
      item.answer.push(node);
    }
  }
  return {
    __component: 'body.faq',
    heading: optional(directive, 'heading'),
    items: items.map(({ question, answer }) => ({ question, answer: write.blocks(answer) })),
  };
}

const writers: Record<string, Writer> = {
  callout: (directive, write) => ({
    __component: 'body.callout',
    tone: attribute(directive, 'tone'),
    heading: optional(directive, 'heading'),
    content: write.blocks(directive.children),
  }),
  'care-card': (directive, write) => ({
    __component: 'body.care-card',
    urgency: attribute(directive, 'urgency'),
    heading: attribute(directive, 'heading'),
    content: write.blocks(directive.children),
  }),
  'do-and-dont': doDontList,
  'comparison-table': comparisonTable,
  timeline,
  faq,
  figure: (directive, write) => ({
    __component: 'body.figure',
    file: attribute(directive, 'src'),
    alt: attribute(directive, 'alt'),
    decorative: false,
    caption: write.blocks(directive.children),
  }),
};

/** A body in Markdown as blocks: running text between the directives, one block per directive. */
export function articleBlocks(nodes: readonly RootContent[], write: BlockWriter): SeedBlock[] {
  const blocks: SeedBlock[] = [];
  let text: RootContent[] = [];
  const flush = () => {
    if (text.length > 0) blocks.push({ __component: 'body.rich-text', content: write.blocks(text) });
    text = [];
  };
  for (const node of nodes) {
    if (node.type !== 'containerDirective') {
      text.push(node);
      continue;
    }
    flush();
    const writer = writers[node.name];
    if (!writer) throw new Error(`The demo library has no block "${node.name}".`);
    blocks.push(writer(node, write));
  }
  flush();
  return blocks;
}
