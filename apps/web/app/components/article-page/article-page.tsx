import { ArticleBody } from '../article-body/article-body.tsx';
import { ArticleHeader } from '../article-header/article-header.tsx';
import { ArticleNeighbors } from '../article-neighbors/article-neighbors.tsx';
import { BookingInvitation } from '../booking-invitation/booking-invitation.tsx';
import { ContentNote } from '../content-note/content-note.tsx';
import { ContentsList } from '../contents-list/contents-list.tsx';
import { Disclaimer } from '../disclaimer/disclaimer.tsx';
import { EvidencePanel } from '../evidence-panel/evidence-panel.tsx';
import { Handout } from '../handout/handout.tsx';
import { KeyTakeaways } from '../key-takeaways/key-takeaways.tsx';
import { PageRecord } from '../page-record/page-record.tsx';
import { ReferenceList } from '../reference-list/reference-list.tsx';
import { ReferencePreviews } from '../reference-previews/reference-previews.tsx';
import { RelatedArticles } from '../related-articles/related-articles.tsx';
import { ReviewNotice } from '../review-notice/review-notice.tsx';
import { ShortAnswer } from '../short-answer/short-answer.tsx';
import { TermNotes } from '../term-notes/term-notes.tsx';

import type { ArticlePageView } from '#app/models/article-page.ts';
import type { ChromeView } from '#app/models/clinic.ts';
import type { Crumb } from '#app/models/frame.ts';

interface ArticlePageProps {
  article: ArticlePageView;
  trail: readonly Crumb[];
  /** Its disclaimer and how to reach it. */
  clinic: Pick<ChromeView, 'name' | 'contact' | 'disclaimer'>;
}

/** The reading page: what an article says in short, its text beside a list of its sections, and what it rests on. */
export function ArticlePage({ article, trail, clinic }: ArticlePageProps) {
  const { category, shortAnswer, keyTakeaways, contentNote, evidence, review, contents, blocks, references, terms, related } =
    article;
  return (
    <>
      <article>
        <ArticleHeader article={article} trail={trail} />
        <div className="reading page">
          <div className="reading__rail">
            <ContentsList entries={contents} />
          </div>
          <div className="reading__text">
            {review.notice && <ReviewNotice notice={review.notice} />}
            {contentNote && <ContentNote note={contentNote} />}
            <ShortAnswer answer={shortAnswer} />
            <div className="reading__glance">
              <KeyTakeaways takeaways={keyTakeaways} />
              <EvidencePanel evidence={evidence} works={references.length} />
            </div>
            <ArticleBody blocks={blocks} />
            {references.length > 0 && <ReferenceList references={references} downloads={article.downloads} />}
            <PageRecord article={article} contact={clinic.contact} />
            {clinic.disclaimer && <Disclaimer text={clinic.disclaimer} />}
            <Handout article={article} clinic={clinic} />
          </div>
        </div>
        <ReferencePreviews references={references} />
        <TermNotes terms={terms} />
      </article>
      <ArticleNeighbors neighbors={article.neighbors} among={category?.name ?? null} />
      <BookingInvitation />
      <RelatedArticles articles={related} />
    </>
  );
}
