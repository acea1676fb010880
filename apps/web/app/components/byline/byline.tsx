import type { ReactNode } from 'react';

import type { ArticlePageView, BylineView } from '#app/models/article-page.ts';
import type { DayView } from '#app/models/dates.ts';

type BylineProps = Pick<ArticlePageView, 'author' | 'reviewer' | 'review' | 'sampleProfiles' | 'firstPublished' | 'updated'>;

/** Who wrote an article, who checked it and when. Where nobody has, or invented people sign, it says so. */
export function Byline({ author, reviewer, review, sampleProfiles, firstPublished, updated }: BylineProps) {
  return (
    <dl className="byline">
      {author && (
        <Entry term={sampleProfiles ? 'Written by (sample profile)' : 'Written by'}>
          <Person person={author} />
        </Entry>
      )}
      {sampleProfiles ? (
        <Entry term="Clinical review">
          <span className="byline__name">None has taken place</span>
          {reviewer && (
            <span className="byline__role">
              <a href={reviewer.href}>{reviewer.name}</a> is a sample profile in the reviewer’s place
            </span>
          )}
        </Entry>
      ) : (
        <Review reviewer={reviewer} review={review} />
      )}
      <Entry term="Published">
        <Day day={firstPublished} />
      </Entry>
      {updated && (
        <Entry term="Last updated">
          <Day day={updated} />
        </Entry>
      )}
    </dl>
  );
}

function Review({ reviewer, review: { reviewed, due } }: Pick<ArticlePageView, 'reviewer' | 'review'>) {
  if (!reviewed) {
    return (
      <Entry term="Clinical review">
        <span className="byline__name">None has taken place yet</span>
      </Entry>
    );
  }
  return (
    <>
      {reviewer && (
        <Entry term="Clinically reviewed by">
          <Person person={reviewer} />
        </Entry>
      )}
      <Entry term="Reviewed">
        <Day day={reviewed} />
        {due && (
          <span className="byline__role">
            Next due <time dateTime={due.iso}>{due.text}</time>
          </span>
        )}
      </Entry>
    </>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="label">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Person({ person: { name, href, role, credentials } }: { person: BylineView }) {
  return (
    <>
      <a className="byline__name" href={href} rel="author">
        {name}
      </a>
      {credentials && <span>, {credentials}</span>}
      <span className="byline__role">{role}</span>
    </>
  );
}

function Day({ day }: { day: DayView }) {
  return (
    <time className="byline__name" dateTime={day.iso}>
      {day.text}
    </time>
  );
}
