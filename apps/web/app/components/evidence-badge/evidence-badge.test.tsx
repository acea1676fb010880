import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { EvidenceBadge } from './evidence-badge.tsx';

import { evidenceScale } from '#app/models/evidence.ts';

describe('evidence badge', () => {
  it.each(evidenceScale)('says $label in words', (evidence) => {
    const html = renderToStaticMarkup(<EvidenceBadge evidence={evidence} />);
    expect(html.replace(/<[^>]+>/g, '')).toBe(`Evidence: ${evidence.label}`);
  });

  it('draws every level differently', () => {
    const drawings = evidenceScale.map(
      (evidence) => /<svg.*<\/svg>/.exec(renderToStaticMarkup(<EvidenceBadge evidence={evidence} bare />))?.[0],
    );
    expect(new Set(drawings).size).toBe(evidenceScale.length);
  });
});
