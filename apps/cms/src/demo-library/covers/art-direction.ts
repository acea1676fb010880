import { compositions, type CompositionName } from './compositions';
import { hashText } from './random';

export interface Direction {
  composition: CompositionName;
  /** What the random source starts from. */
  seed: string;
}

interface Choice {
  composition: CompositionName;
  /** Which of the endless drawings of that kind; chosen by eye. */
  take: number;
}

// The demo library's covers, chosen to suit their subjects and to differ within a category.
const chosen: Record<string, Choice> = {
  'ketamine-with-therapy-or-infusions-alone': { composition: 'fronds', take: 4 },
  'ketamine-dose-ranges-explained': { composition: 'meadow', take: 2 },
  'ketamine-when-antidepressants-fail': { composition: 'hollow', take: 2 },
  'non-hallucinogenic-psychedelics-jrt': { composition: 'veins', take: 1 },
  'how-psychology-lost-and-found-trauma': { composition: 'roots', take: 3 },
  'ketamine-dosing-complex-dissociation-did': { composition: 'ripples', take: 2 },
  'hanuman-story-and-ketamine-therapy': { composition: 'hills', take: 1 },
  'soul-loss-parts-work-integration': { composition: 'drift', take: 2 },
  'ceremony-informed-ketamine-therapy': { composition: 'crown', take: 3 },
  'lab-made-medicine-whole-person-care': { composition: 'veins', take: 2 },
  'brain-story-spirit-whole-person-care': { composition: 'meadow', take: 2 },
  'fresh-starts-emdr-and-growth': { composition: 'fiddlehead', take: 2 },
  'introduction-to-act-therapy': { composition: 'ripples', take: 1 },
};

const names = Object.keys(compositions) as CompositionName[];

/** How the cover of a slug is composed: as chosen for the demo library, or as the slug's own hash decides. */
export function directionFor(slug: string): Direction {
  const choice = Object.hasOwn(chosen, slug) ? chosen[slug] : undefined;
  if (choice !== undefined) return { composition: choice.composition, seed: `${slug} ${String(choice.take)}` };
  return { composition: names[hashText(slug) % names.length] ?? 'fronds', seed: slug };
}
