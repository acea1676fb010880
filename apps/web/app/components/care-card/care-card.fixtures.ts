import { paragraphs } from '../rich-text/rich-text.fixtures.ts';

import type { CareCardView } from '#app/models/article-body.ts';

export const routine: CareCardView = {
  type: 'care-card',
  urgency: 'routine',
  heading: 'Bring up ACT at your next visit if',
  content: paragraphs('struggling with thoughts takes up much of your day'),
  resumes: null,
};

export const urgent: CareCardView = {
  type: 'care-card',
  urgency: 'urgent',
  heading: 'Contact your therapist the same day if',
  content: paragraphs('you lose time, or feel unreal for hours after a session'),
  resumes: null,
};

export const emergency: CareCardView = {
  type: 'care-card',
  urgency: 'emergency',
  heading: 'Call or text 988 now if',
  content: paragraphs('thoughts of ending your life are getting stronger or closer'),
  resumes: null,
};
