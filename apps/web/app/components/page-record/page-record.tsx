import type { ReactNode } from 'react';

import { editorialPolicyPath } from '#app/config/paths.ts';
import type { ArticlePageView } from '#app/models/article-page.ts';
import type { ClinicContact } from '#app/models/clinic.ts';
import { mistakeReport } from '#app/models/contact.ts';
import type { DayView } from '#app/models/dates.ts';

interface PageRecordProps {
  article: Pick<ArticlePageView, 'title' | 'url' | 'review' | 'firstPublished' | 'updated'>;
  /** Null while the CMS has not told us. */
  contact: ClinicContact | null;
}

/** The end of an article: when it was reviewed and is due again, and how to report a mistake in it. */
export function PageRecord({ article: { title, url, review, firstPublished, updated }, contact }: PageRecordProps) {
  return (
    <section className="page-record" aria-labelledby="page.record">
      <h2 id="page.record" className="page-record__heading">
        About this page
      </h2>
      <dl className="page-record__facts">
        <Fact term="Last clinical review">{review.reviewed ? <Day day={review.reviewed} /> : 'None has taken place'}</Fact>
        {review.due && (
          <Fact term="Next review due">
            <Day day={review.due} />
          </Fact>
        )}
        <Fact term="Last edited">
          <Day day={updated ?? firstPublished} />
        </Fact>
      </dl>
      <p className="page-record__ways">
        {contact?.email && <a href={mistakeReport(contact.email, { title, url })}>Report a mistake</a>}
        <a href={editorialPolicyPath}>How we write and review</a>
      </p>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="label">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Day({ day }: { day: DayView }) {
  return <time dateTime={day.iso}>{day.text}</time>;
}
