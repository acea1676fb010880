import type { Article } from '#app/content/articles.server.ts';

type EvidenceLevel = Article['evidence'];

/** What an evidence badge says. */
export interface EvidenceView {
  /** Names the badge's look. */
  level: Lowercase<EvidenceLevel>;
  /** One word or two, for example `Mixed evidence`. */
  label: string;
  /** What the label means, a full sentence. */
  meaning: string;
}

const levels: Record<EvidenceLevel, Omit<EvidenceView, 'level'>> = {
  ESTABLISHED: { label: 'Established', meaning: 'Several good trials or guidelines agree.' },
  PROMISING: { label: 'Promising', meaning: 'Good early trials point the same way; more are needed.' },
  MIXED: { label: 'Mixed', meaning: 'Studies disagree, or there are large gaps.' },
  EARLY: { label: 'Early', meaning: 'Small or uncontrolled studies, or laboratory work only.' },
  CULTURAL: { label: 'Cultural', meaning: 'History, culture or reflection; not a claim about treatment.' },
};

export function toEvidence(level: EvidenceLevel): EvidenceView {
  return { level: level.toLowerCase() as Lowercase<EvidenceLevel>, ...levels[level] };
}

/** Where the editorial policy explains the badges. */
export const evidenceScaleId = 'evidence.scale';

/** Every badge, strongest evidence first. */
export const evidenceScale: readonly EvidenceView[] = (Object.keys(levels) as EvidenceLevel[]).map(toEvidence);
