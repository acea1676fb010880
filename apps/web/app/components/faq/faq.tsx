import { RichText } from '../rich-text/rich-text.tsx';

import type { FaqView } from '#app/models/article-body.ts';

/** Questions that open without a script. On paper all of them are open. */
export function Faq({ faq: { heading, items } }: { faq: FaqView }) {
  return (
    <section className="faq">
      {heading && <h2 id={heading.id}>{heading.text}</h2>}
      {items.map(({ question, answer }, i) => (
        <details key={i} className="faq__item">
          <summary className="faq__question">
            <h3>{question}</h3>
          </summary>
          <div className="prose faq__answer">
            <RichText content={answer} />
          </div>
        </details>
      ))}
    </section>
  );
}
