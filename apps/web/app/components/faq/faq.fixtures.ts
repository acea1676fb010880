import { paragraphs } from '../rich-text/rich-text.fixtures.ts';

import type { FaqView } from '#app/models/article-body.ts';

export const common: FaqView = {
  type: 'faq',
  heading: { id: 'common-questions', text: 'Common questions' },
  items: [
    { question: 'Is it legal?', answer: paragraphs('Yes, when a licensed clinician prescribes it.') },
    { question: 'How long does it last?', answer: paragraphs('After one dose, often days.', 'Nobody can tell you in advance.') },
  ],
};
