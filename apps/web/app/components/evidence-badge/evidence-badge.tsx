import type { EvidenceView } from '#app/models/evidence.ts';

interface EvidenceBadgeProps {
  evidence: EvidenceView;
  /** Without the word “Evidence”, where what stands around the badge says it. */
  bare?: boolean | undefined;
}

/** How well an article's claims are supported, in words; the sprig beside them repeats it for the eye. */
export function EvidenceBadge({ evidence: { level, label }, bare = false }: EvidenceBadgeProps) {
  return (
    <span className={`evidence-badge evidence-badge--${level}`}>
      <Sprig level={level} />
      <span>
        {!bare && <span className="evidence-badge__kind">Evidence: </span>}
        {label}
      </span>
    </span>
  );
}

/** Leaves from the foot of the stem to its tip. */
const leaves = [
  'M9.5 15.5C6 15.6 3.6 14 2.6 11 6 10.9 8.6 12.4 9.5 15.5Z',
  'M10.5 15.5C14 15.6 16.4 14 17.4 11 14 10.9 11.4 12.4 10.5 15.5Z',
  'M9.5 10.3C6.6 10.2 4.6 8.7 3.9 6.1 6.8 6.2 8.8 7.7 9.5 10.3Z',
  'M10.5 10.3C13.4 10.2 15.4 8.7 16.1 6.1 13.2 6.2 11.2 7.7 10.5 10.3Z',
  'M10 6.4C8.4 4.7 8.4 2.7 10 .8 11.6 2.7 11.6 4.7 10 6.4Z',
];

/** Which of the leaves are full: all, all but the tip, those of one side, only the first. */
const full: Record<EvidenceView['level'], readonly boolean[]> = {
  established: [true, true, true, true, true],
  promising: [true, true, true, true, false],
  mixed: [true, false, true, false, false],
  early: [true, false, false, false, false],
  cultural: [],
};

function Sprig({ level }: Pick<EvidenceView, 'level'>) {
  return (
    <svg className="evidence-badge__sprig" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {level === 'cultural' ? (
        <path
          className="evidence-badge__line"
          d="M10.6 10.2a1.3 1.3 0 1 0-1.9-1.5c-.6 2 .9 3.9 3 3.7 2.6-.3 4-2.7 3.4-5.2C14.3 4 11.4 2.3 8.2 3 4.6 3.8 2.7 7.3 3.3 11c.6 3.8 3.6 6.7 7.7 7.8"
        />
      ) : (
        <>
          <path className="evidence-badge__line" d="M10 19.4V6" />
          {full[level].map((isFull, i) => (
            <path key={i} className={isFull ? 'evidence-badge__leaf' : 'evidence-badge__missing'} d={leaves[i]} />
          ))}
        </>
      )}
    </svg>
  );
}
