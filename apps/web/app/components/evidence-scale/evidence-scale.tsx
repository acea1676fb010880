import { EvidenceBadge } from '../evidence-badge/evidence-badge.tsx';

import { evidenceScale, evidenceScaleId } from '#app/models/evidence.ts';

/** Every evidence badge with its meaning, strongest evidence first. */
export function EvidenceScale() {
  return (
    <section className="evidence-scale" aria-labelledby={evidenceScaleId}>
      <h2 id={evidenceScaleId} className="evidence-scale__heading">
        What the evidence badges mean
      </h2>
      <ul role="list">
        {evidenceScale.map((evidence) => (
          <li key={evidence.level} className="evidence-scale__step">
            <EvidenceBadge evidence={evidence} bare />
            <span>{evidence.meaning}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
