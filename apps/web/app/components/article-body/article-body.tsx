import { Callout } from '../callout/callout.tsx';
import { CareCard } from '../care-card/care-card.tsx';
import { ComparisonTable } from '../comparison-table/comparison-table.tsx';
import { DoDontList } from '../do-dont-list/do-dont-list.tsx';
import { Faq } from '../faq/faq.tsx';
import { Figure } from '../figure/figure.tsx';
import { RichText } from '../rich-text/rich-text.tsx';
import { Timeline } from '../timeline/timeline.tsx';

import type { BodyBlockView } from '#app/models/article-body.ts';

/** An article's text: its blocks in order. */
export function ArticleBody({ blocks }: { blocks: BodyBlockView[] }) {
  return (
    <div className="article-body">
      {blocks.map((block, i) => (
        <Block key={i} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: BodyBlockView }) {
  switch (block.type) {
    case 'rich-text':
      return (
        <div className="prose">
          <RichText content={block.content} />
        </div>
      );
    case 'callout':
      return <Callout callout={block} />;
    case 'care-card':
      return <CareCard card={block} />;
    case 'do-dont-list':
      return <DoDontList list={block} />;
    case 'comparison-table':
      return <ComparisonTable table={block} />;
    case 'timeline':
      return <Timeline timeline={block} />;
    case 'figure':
      return <Figure figure={block} />;
    case 'faq':
      return <Faq faq={block} />;
  }
}
