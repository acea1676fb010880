import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, RootContent } from 'mdast';

interface Text {
  type: 'text';
  text: string;
  bold?: true;
  italic?: true;
  strikethrough?: true;
}

interface Link {
  type: 'link';
  url: string;
  children: Text[];
}

interface List {
  type: 'list';
  format: 'ordered' | 'unordered';
  children: ({ type: 'list-item'; children: (Text | Link)[] } | List)[];
}

/** A node of Strapi's Blocks field, as its editor would save it. */
export type Block =
  | { type: 'paragraph' | 'quote'; children: (Text | Link)[] }
  | { type: 'heading'; level: number; children: (Text | Link)[] }
  | List;

type Marks = Omit<Text, 'type' | 'text'>;

/** Where links to `/sources/KEY` lead once loaded. */
export type ResolveLink = (url: string) => string;

/** Running text as Blocks nodes; the words are kept in order, soft line breaks become spaces. */
export class BlockWriter {
  constructor(private readonly resolveLink: ResolveLink) {}

  inlines(nodes: readonly PhrasingContent[], marks: Marks = {}): (Text | Link)[] {
    return nodes.flatMap((node): (Text | Link)[] => {
      switch (node.type) {
        case 'text':
          return [{ type: 'text', text: node.value.replace(/\s*\n\s*/g, ' '), ...marks }];
        case 'strong':
          return this.inlines(node.children, { ...marks, bold: true });
        case 'emphasis':
          return this.inlines(node.children, { ...marks, italic: true });
        case 'delete':
          return this.inlines(node.children, { ...marks, strikethrough: true });
        case 'link': {
          const children = this.inlines(node.children, marks).filter((child): child is Text => child.type === 'text');
          return [{ type: 'link', url: this.resolveLink(node.url), children }];
        }
        case 'break':
          return [{ type: 'text', text: ' ', ...marks }];
        // A colon before a word reads as a directive (`10:30pm`): give the words back.
        case 'textDirective':
          return [{ type: 'text', text: `:${node.name}`, ...marks }, ...this.inlines(node.children, marks)];
        default:
          throw new Error(`The demo library cannot hold a Markdown "${node.type}" inside a text.`);
      }
    });
  }

  private padded(nodes: readonly PhrasingContent[]): (Text | Link)[] {
    const inlines = this.inlines(nodes);
    return inlines.length > 0 ? inlines : [{ type: 'text', text: '' }];
  }

  private item(item: ListItem): List['children'] {
    return item.children.flatMap((child): List['children'] => {
      if (child.type === 'paragraph') return [{ type: 'list-item', children: this.padded(child.children) }];
      if (child.type === 'list') return [this.list(child)];
      throw new Error(`The demo library cannot hold a Markdown "${child.type}" in a list.`);
    });
  }

  private list(node: Extract<RootContent, { type: 'list' }>): List {
    return {
      type: 'list',
      format: node.ordered === true ? 'ordered' : 'unordered',
      children: node.children.flatMap((item) => this.item(item)),
    };
  }

  blocks(nodes: readonly (RootContent | BlockContent | DefinitionContent)[]): Block[] {
    return nodes.flatMap((node): Block[] => {
      switch (node.type) {
        case 'paragraph':
          return [{ type: 'paragraph', children: this.padded(node.children) }];
        case 'heading':
          return [{ type: 'heading', level: node.depth, children: this.padded(node.children) }];
        case 'list':
          return [this.list(node)];
        case 'blockquote':
          return node.children.map((child) => {
            if (child.type !== 'paragraph') throw new Error('A quote in the demo library holds paragraphs only.');
            return { type: 'quote', children: this.padded(child.children) };
          });
        default:
          throw new Error(`The demo library cannot hold a Markdown "${node.type}" here.`);
      }
    });
  }
}
