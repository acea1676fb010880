import { RichText } from '../rich-text/rich-text.tsx';

import type { TimelineView } from '#app/models/article-body.ts';

/** Events in order. Each heading begins with its date. */
export function Timeline({ timeline: { heading, entries } }: { timeline: TimelineView }) {
  return (
    <section className="timeline">
      {heading && <h2 id={heading.id}>{heading.text}</h2>}
      <ol role="list" className="timeline__entries">
        {entries.map(({ date, title, content }, i) => (
          <li key={i} className="timeline__entry">
            <h3 className="timeline__heading">
              <span className="timeline__date">{date}</span> <span className="timeline__title">{title}</span>
            </h3>
            {content && (
              <div className="prose timeline__text">
                <RichText content={content} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
