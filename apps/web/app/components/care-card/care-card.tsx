import { useId } from 'react';

import { RichText } from '../rich-text/rich-text.tsx';

import type { CareCardView } from '#app/models/article-body.ts';

/** The heading begins with these words for those who hear the page; the shape of the card says the same to the eye. */
const spoken: Record<CareCardView['urgency'], string> = {
  routine: 'Non-urgent advice',
  urgent: 'Urgent advice',
  emergency: 'Immediate action required',
};

/** What to do and how soon: routine, urgent or emergency, by the rules of the NHS's care cards. Whoever hears the page is told when it ends. */
export function CareCard({ card: { urgency, heading, content, resumes } }: { card: CareCardView }) {
  const id = useId();
  return (
    <>
      <section className={`care-card care-card--${urgency}`} aria-labelledby={id}>
        <div className="care-card__band">
          <UrgencyMark urgency={urgency} />
          <h3 className="care-card__heading" id={id}>
            <span className="visually-hidden">{spoken[urgency]}: </span>
            {heading}
          </h3>
        </div>
        <div className="prose care-card__text">
          <RichText content={content} />
        </div>
      </section>
      {resumes && <h3 className="visually-hidden">{resumes}, continued</h3>}
    </>
  );
}

const marks: Record<CareCardView['urgency'], string> = {
  // A calendar sheet, a clock, an octagon with an exclamation mark.
  routine: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4',
  urgent: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V12l3.2 2.2',
  emergency: 'M8.4 3h7.2L21 8.4v7.2L15.6 21H8.4L3 15.6V8.4zM12 7.4v5.8M12 16.4v.6',
};

function UrgencyMark({ urgency }: { urgency: CareCardView['urgency'] }) {
  return (
    <svg className="care-card__mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={marks[urgency]} fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
