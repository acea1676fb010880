import { toWork, type WorkView } from './reference.ts';
import { smarten } from './typography.ts';

import type { Source } from '#app/content/sources.server.ts';

type StudyDesign = Source['studyDesign'];

/** What a kind of work can show and what it cannot, in a sentence. */
const weights: Record<StudyDesign, string> = {
  META_ANALYSIS: 'It pools the numbers of several studies. It can be no better than the studies that went into it.',
  SYSTEMATIC_REVIEW: 'It looks for every study of one question and weighs them by set rules.',
  RANDOMIZED_TRIAL: 'Chance decides who gets which treatment, so the groups can be compared fairly.',
  UNCONTROLLED_TRIAL: 'Everyone gets the treatment. Without a comparison group, nobody can tell what would have happened anyway.',
  OBSERVATIONAL_STUDY: 'It watches what happens in ordinary care or life. It can show a link, but hardly a cause.',
  QUALITATIVE_STUDY: 'It asks a few people in depth how something was for them. It shows what can happen, not how often.',
  HUMAN_LABORATORY_STUDY: 'It tests an effect in people under controlled conditions. It does not test a treatment.',
  ANIMAL_OR_CELL_STUDY: 'It was done in animals or cells. What it shows may not hold in people.',
  GUIDELINE: 'Experts for a professional body or agency weighed the evidence and say what to do.',
  CONSENSUS_STATEMENT: 'Experts say what they agree on, often where trials are missing.',
  REGULATORY_DOCUMENT: 'An agency says what is approved, or warns of a risk.',
  NARRATIVE_REVIEW: 'Authors summarize a field. They choose which studies to include.',
  THEORY_OR_COMMENTARY: 'It sets out an idea or an opinion. It is no test of it.',
  HISTORICAL_WORK: 'It shows what was thought or done at its time.',
  BOOK: 'A book for professionals or the public. It has not been reviewed as a study is.',
};

/** Everything the page of one work shows about it. */
export interface SourcePageView extends WorkView {
  /** The title as a headline: without a period of its own. */
  heading: string;
  /** What this kind of work can and cannot show. */
  designWeight: string;
}

export function toSourcePage(source: Source): SourcePageView {
  return {
    ...toWork(source),
    heading: smarten(source.title).replace(/\.$/, ''),
    designWeight: weights[source.studyDesign],
  };
}
