import { opens } from '../popover/popover.tsx';

import { keepTogether, type Unbroken } from './unbroken.ts';

import { referenceId, referencePreviewId } from '#app/models/citations.ts';
import type {
  CitationView,
  InlineView,
  LinkView,
  ListView,
  RichTextBlockView,
  RichTextView,
  TermView,
  TextRun,
} from '#app/models/rich-text.ts';

/** Formatted text from the CMS, as elements: nothing in it can become markup. */
export function RichText({ content }: { content: RichTextView }) {
  return content.map((block, i) => <Block key={i} block={block} />);
}

/** Formatted text without the outer paragraph where there is only one: for table cells and captions. */
export function CompactRichText({ content }: { content: RichTextView }) {
  const [only, ...rest] = content;
  return only?.type === 'paragraph' && rest.length === 0 ? <Inlines nodes={only.children} /> : <RichText content={content} />;
}

function Block({ block }: { block: RichTextBlockView }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines nodes={block.children} />
        </p>
      );
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return (
        <Heading id={block.id ?? undefined}>
          <Inlines nodes={block.children} />
        </Heading>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <p>
            <Inlines nodes={block.children} />
          </p>
        </blockquote>
      );
    case 'list':
      return <List list={block} />;
  }
}

function List({ list }: { list: ListView }) {
  const Element = list.ordered ? 'ol' : 'ul';
  return (
    <Element>
      {list.items.map((item, i) => (
        <li key={i}>
          <Inlines nodes={item.children} />
          {item.lists.map((nested, j) => (
            <List key={j} list={nested} />
          ))}
        </li>
      ))}
    </Element>
  );
}

function Inlines({ nodes }: { nodes: InlineView[] }) {
  return keepTogether(nodes).map((node, i) => <Inline key={i} node={node} />);
}

function Inline({ node }: { node: InlineView | Unbroken }) {
  switch (node.type) {
    case 'text':
      return <Run run={node} />;
    case 'link':
      return <Link link={node} />;
    case 'citation':
      return <Citation citation={node} />;
    case 'term':
      return <Term term={node} />;
    case 'unbroken':
      return (
        <span className="unbroken">
          {node.children.map((child, i) => (
            <Inline key={i} node={child} />
          ))}
        </span>
      );
  }
}

function Runs({ runs }: { runs: TextRun[] }) {
  return runs.map((run, i) => <Run key={i} run={run} />);
}

function Run({ run }: { run: TextRun }) {
  let node = <>{run.text}</>;
  if (run.strikethrough) node = <s>{node}</s>;
  if (run.italic) node = <em>{node}</em>;
  if (run.bold) node = <strong>{node}</strong>;
  return node;
}

function Link({ link }: { link: LinkView }) {
  return (
    <a href={link.href} rel={link.external ? 'noreferrer' : undefined}>
      <Runs runs={link.children} />
    </a>
  );
}

/** The words come before it. The number opens a preview of its reference; browsers that know no popovers get a plain link to the reference instead. */
function Citation({ citation: { number, id } }: { citation: CitationView }) {
  return (
    <sup className="citation" id={id}>
      <button
        type="button"
        className="citation__number"
        {...opens(referencePreviewId(number))}
        aria-label={`Reference ${number}`}
      >
        {number}
      </button>
      <a className="citation__link" href={`#${referenceId(number)}`} role="doc-noteref" aria-label={`Reference ${number}`}>
        {number}
      </a>
    </sup>
  );
}

/** A word that the glossary explains: it opens its definition. */
function Term({ term: { noteId, run } }: { term: TermView }) {
  return (
    <button type="button" className="term" {...opens(noteId)} aria-label={`${run.text}: definition`}>
      <Run run={run} />
    </button>
  );
}
