import { ArticleBody } from '../article-body/article-body.tsx';
import { ArticleHeader } from '../article-header/article-header.tsx';
import { BookingInvitation } from '../booking-invitation/booking-invitation.tsx';
import { ContentNote } from '../content-note/content-note.tsx';
import { ContentsList } from '../contents-list/contents-list.tsx';
import { Disclaimer } from '../disclaimer/disclaimer.tsx';
import { EvidencePanel } from '../evidence-panel/evidence-panel.tsx';
import { KeyTakeaways } from '../key-takeaways/key-takeaways.tsx';
import { ReferenceList } from '../reference-list/reference-list.tsx';
import { RelatedArticles } from '../related-articles/related-articles.tsx';
import { ShortAnswer } from '../short-answer/short-answer.tsx';

import type { ArticlePageView } from '#app/models/article-page.ts';
import type { Crumb } from '#app/models/frame.ts';

interface ArticlePageProps {
  article: ArticlePageView;
  trail: readonly Crumb[];
  /** In the clinic's words; null while the CMS has not told us. */
  disclaimer: string | null;
}

/** The reading page: what an article says in short, its text beside a list of its sections, and what it rests on. */
export function ArticlePage({ article, trail, disclaimer }: ArticlePageProps) {
  const { shortAnswer, keyTakeaways, contentNote, evidence, contents, blocks, references, related } = article;
  return (
    <>
      <article>
        <ArticleHeader article={article} trail={trail} />
        <div className="reading page">
          <div className="reading__rail">
            <ContentsList entries={contents} />
          </div>
          <div className="reading__text">
            {contentNote && <ContentNote note={contentNote} />}
            <ShortAnswer answer={shortAnswer} />
            <div className="reading__glance">
              <KeyTakeaways takeaways={keyTakeaways} />
              <EvidencePanel evidence={evidence} works={references.length} />
            </div>
            <ArticleBody blocks={blocks} />
            {references.length > 0 && <ReferenceList references={references} />}
            {disclaimer && <Disclaimer text={disclaimer} />}
          </div>
        </div>
      </article>
      <BookingInvitation />
      <RelatedArticles articles={related} />
    </>
  );
}
