import type { ReviewState } from '../../reviews/standing';

/** Where an article stands, in the words of the panel “Clinical review”. */
export const reviewStates: Record<ReviewState, string> = {
  none: 'Not reviewed yet',
  waiting: 'Waiting for a review',
  edited: 'Edited since its review',
  reviewed: 'Reviewed',
  sample: 'Sample, never reviewed',
};

/**
 * What editors read in place of the values that fields with a choice are stored as. Strapi looks each value up among the admin's texts, so
 * one value has one meaning in every field.
 */
export const choices: Record<string, string> = {
  ...reviewStates,

  established: 'Established: several good trials or guidelines agree',
  promising: 'Promising: good early trials point the same way',
  mixed: 'Mixed: studies disagree, or there are large gaps',
  early: 'Early: small or uncontrolled studies, or laboratory work',
  cultural: 'Cultural: history or reflection, no claim about treatment',

  meta_analysis: 'Meta-analysis',
  systematic_review: 'Systematic review',
  randomized_trial: 'Randomized trial',
  uncontrolled_trial: 'Uncontrolled trial',
  observational_study: 'Observational study',
  qualitative_study: 'Qualitative study',
  human_laboratory_study: 'Human laboratory study',
  animal_or_cell_study: 'Animal or cell study',
  guideline: 'Guideline',
  consensus_statement: 'Consensus statement',
  regulatory_document: 'Regulatory document',
  narrative_review: 'Narrative review',
  theory_or_commentary: 'Theory or commentary',
  historical_work: 'Historical work',
  book: 'Book',

  note: 'Note',
  caution: 'Caution',
  example: 'Example',

  routine: 'Routine: at the next visit',
  urgent: 'Urgent: the same day',
  emergency: 'Emergency: now',

  moved: 'Moved: leads on to the new address',
  gone: 'Gone: the page was withdrawn',

  fern: 'Fern green',
  slate: 'Slate blue',
  clay: 'Clay red',
  plum: 'Plum purple',
  ochre: 'Ochre yellow',
  lagoon: 'Lagoon teal',

  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};
