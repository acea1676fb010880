import type { ReactNode } from 'react';

import { complete, withoutPictureOrCategory } from '../components/article-card/article-card.fixtures.ts';
import { ArticleCard } from '../components/article-card/article-card.tsx';
import { changed, reference, reviewed, sample } from '../components/article-page/article-page.fixtures.ts';
import { Byline } from '../components/byline/byline.tsx';
import * as callouts from '../components/callout/callout.fixtures.ts';
import { Callout } from '../components/callout/callout.tsx';
import * as careCards from '../components/care-card/care-card.fixtures.ts';
import { CareCard } from '../components/care-card/care-card.tsx';
import * as tables from '../components/comparison-table/comparison-table.fixtures.ts';
import { ComparisonTable } from '../components/comparison-table/comparison-table.tsx';
import { ContentNote } from '../components/content-note/content-note.tsx';
import { ContentsList } from '../components/contents-list/contents-list.tsx';
import * as lists from '../components/do-dont-list/do-dont-list.fixtures.ts';
import { DoDontList } from '../components/do-dont-list/do-dont-list.tsx';
import { EvidencePanel } from '../components/evidence-panel/evidence-panel.tsx';
import { EvidenceScale } from '../components/evidence-scale/evidence-scale.tsx';
import { common } from '../components/faq/faq.fixtures.ts';
import { Faq } from '../components/faq/faq.tsx';
import { chart } from '../components/figure/figure.fixtures.ts';
import { Figure } from '../components/figure/figure.tsx';
import { KeyTakeaways } from '../components/key-takeaways/key-takeaways.tsx';
import { Pagination } from '../components/pagination/pagination.tsx';
import { ReferenceList } from '../components/reference-list/reference-list.tsx';
import { ReviewNotice } from '../components/review-notice/review-notice.tsx';
import { everything } from '../components/rich-text/rich-text.fixtures.ts';
import { RichText } from '../components/rich-text/rich-text.tsx';
import { ShortAnswer } from '../components/short-answer/short-answer.tsx';
import * as timelines from '../components/timeline/timeline.fixtures.ts';
import { Timeline } from '../components/timeline/timeline.tsx';

import { articlesPath, homePath } from '#app/config/paths.ts';
import { toPagination } from '#app/models/pagination.ts';
import { toRichText } from '#app/models/rich-text.ts';

/** A component in each of the states that its tests know. */
interface Specimen {
  name: string;
  states: [state: string, element: ReactNode][];
}

/** Every fixture of a component, by the name it has in its file. */
function states<T>(fixtures: Record<string, T>, show: (fixture: T) => ReactNode): Specimen['states'] {
  return Object.entries(fixtures).map(([name, fixture]) => [
    name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    show(fixture),
  ]);
}

/** What the gallery shows, in the order of a reading page. */
export const specimens: Specimen[] = [
  {
    name: 'Button',
    states: [
      [
        'main',
        <a key="main" className="button" href={homePath}>
          Book a Consultation
        </a>,
      ],
      [
        'quiet',
        <a key="quiet" className="button button--quiet" href={homePath}>
          Go to the first page
        </a>,
      ],
    ],
  },
  {
    name: 'Article card',
    states: [
      ['with its picture', <ArticleCard key="full" article={complete} layout="stacked" headingLevel={3} first />],
      [
        'without picture or category',
        <ArticleCard key="bare" article={withoutPictureOrCategory} layout="stacked" headingLevel={3} />,
      ],
      ['as a row', <ArticleCard key="row" article={withoutPictureOrCategory} layout="row" headingLevel={3} />],
    ],
  },
  { name: 'Short answer', states: [['', <ShortAnswer key="it" answer={reviewed.shortAnswer} />]] },
  { name: 'Key takeaways', states: [['', <KeyTakeaways key="it" takeaways={reviewed.keyTakeaways} />]] },
  { name: 'Byline', states: states({ reviewed, changed, sample }, (article) => <Byline {...article} />) },
  { name: 'Content note', states: [['', <ContentNote key="it" note={reviewed.contentNote ?? ''} />]] },
  {
    name: 'Review notice',
    states: [['edited since', changed.review.notice && <ReviewNotice key="it" notice={changed.review.notice} />]],
  },
  { name: 'Evidence panel', states: [['', <EvidencePanel key="it" evidence={reviewed.evidence} works={1} />]] },
  { name: 'Evidence scale', states: [['', <EvidenceScale key="it" />]] },
  { name: 'Contents', states: [['', <ContentsList key="it" entries={reviewed.contents} />]] },
  {
    name: 'Text',
    states: [
      [
        'every kind of node',
        <RichText key="it" content={toRichText(everything, { nextHeadingId: () => 'what-the-trials-show' })} />,
      ],
    ],
  },
  { name: 'Callout', states: states({ ...callouts }, (callout) => <Callout callout={callout} />) },
  { name: 'Care card', states: states({ ...careCards }, (card) => <CareCard card={card} />) },
  { name: 'Do and don’t', states: states({ ...lists }, (list) => <DoDontList list={list} />) },
  { name: 'Comparison', states: states({ ...tables }, (table) => <ComparisonTable table={table} />) },
  { name: 'Timeline', states: states({ ...timelines }, (timeline) => <Timeline timeline={timeline} />) },
  { name: 'Figure', states: [['', <Figure key="it" figure={chart} />]] },
  { name: 'Questions', states: [['', <Faq key="it" faq={common} />]] },
  {
    name: 'References',
    states: [['', <ReferenceList key="it" references={[reference]} downloads={reviewed.downloads} />]],
  },
  {
    name: 'Pages of a list',
    states: [
      [
        'first of three',
        <Pagination key="first" pagination={toPagination({ page: 1, pageCount: 3 }, (page) => articlesPath({ page }))} />,
      ],
      [
        'in the middle of many',
        <Pagination key="middle" pagination={toPagination({ page: 8, pageCount: 20 }, (page) => articlesPath({ page }))} />,
      ],
    ],
  },
];
