import { EvidenceBadge } from '../evidence-badge/evidence-badge.tsx';

import { editorialPolicyPath } from '#app/config/paths.ts';
import type { ArticlePageView } from '#app/models/article-page.ts';
import { referenceListId } from '#app/models/citations.ts';
import { evidenceScaleId } from '#app/models/evidence.ts';

/** What an article's evidence badge means, and what kinds of work the article rests on. */
export function EvidencePanel({ evidence, works }: { evidence: ArticlePageView['evidence']; works: number }) {
  return (
    <section className="evidence-panel">
      <h2 className="evidence-panel__heading">The evidence</h2>
      <div className="evidence-panel__judgment">
        <EvidenceBadge evidence={evidence} />
        <p className="evidence-panel__meaning">
          {evidence.meaning} {evidence.note}
        </p>
      </div>
      {works > 0 && (
        <>
          <h3 className="evidence-panel__subheading">What this page rests on</h3>
          <ul role="list" className="evidence-panel__counts">
            {evidence.restsOn.map(({ count, kind }) => (
              <li key={kind}>
                <span>
                  <span className="evidence-panel__count">{count}</span> {kind}
                </span>
                <Marks count={count} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="evidence-panel__more">
        {works > 0 && (
          <>
            <a href={`#${referenceListId}`}>See the {works === 1 ? 'reference' : `${works} references`}</a>
            <br />
          </>
        )}
        <a href={`${editorialPolicyPath}#${evidenceScaleId}`}>What the badges mean</a>
      </p>
    </section>
  );
}

/** One mark for each work, for the eye. */
function Marks({ count }: { count: number }) {
  return (
    <span className="evidence-panel__marks" aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        <span key={i} />
      ))}
    </span>
  );
}
