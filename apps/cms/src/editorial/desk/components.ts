import type { Layout } from './layout';

/** How editors meet each block and each entry of a list. */
export const componentLayouts: Record<string, Layout> = {
  'article.takeaway': {
    namedBy: 'text',
    form: [['text']],
    fields: { text: { label: 'Takeaway', description: 'One full sentence: “Relief often fades within days.”' } },
  },
  'body.rich-text': {
    namedBy: 'id',
    form: [['content']],
    fields: {
      content: {
        label: 'Text',
        description:
          'Headings of level 2 to 4, paragraphs, lists, quotes and links. To cite a source, link the words that rest on it to its DOI or to /sources/KEY.',
      },
    },
  },
  'body.callout': {
    namedBy: 'heading',
    form: [
      [
        ['tone', 4],
        ['heading', 8],
      ],
      ['content'],
    ],
    fields: {
      tone: { label: 'Kind', description: 'A note, a caution or an example.' },
      heading: { label: 'Heading', description: '“If you take blood pressure medicine”' },
      content: { label: 'Text' },
    },
  },
  'body.care-card': {
    namedBy: 'heading',
    form: [
      [
        ['urgency', 4],
        ['heading', 8],
      ],
      ['content'],
    ],
    fields: {
      urgency: { label: 'How soon', description: 'Emergency: now. Urgent: the same day. Routine: at the next visit.' },
      heading: { label: 'Heading', description: 'What to do and when: “Call or text 988 now if”' },
      content: { label: 'Text', description: 'The signs as a list, then whom to call.' },
    },
  },
  'body.do-dont-list': {
    namedBy: 'heading',
    form: [['heading'], ['dos'], ['donts']],
    fields: {
      heading: { label: 'Heading', description: '“On the day of a session”' },
      dos: { label: 'Do', description: 'Begin with a verb: “arrange a ride home”.' },
      donts: { label: 'Do not', description: 'Begin with a verb: “drive until you have slept”.' },
    },
  },
  'body.list-item': { namedBy: 'text', form: [['text']], fields: { text: { label: 'Entry' } } },
  'body.comparison-table': {
    namedBy: 'caption',
    form: [['caption'], ['grid'], ['note']],
    fields: {
      caption: { label: 'Caption', description: 'What is compared: “Ways to take ketamine”.' },
      grid: { label: 'Table' },
      note: { label: 'Note under the table' },
    },
  },
  'body.timeline': {
    namedBy: 'heading',
    form: [['heading'], ['entries']],
    fields: { heading: { label: 'Heading' }, entries: { label: 'Events', description: 'The earliest first.' } },
  },
  'body.timeline-entry': {
    namedBy: 'title',
    form: [
      [
        ['date', 4],
        ['title', 8],
      ],
      ['content'],
    ],
    fields: {
      date: { label: 'When', description: '“1970”, “March 2019” or “Week 2”' },
      title: { label: 'What happened' },
      content: { label: 'Text' },
    },
  },
  'body.figure': {
    namedBy: 'alt',
    form: [
      ['image'],
      [
        ['decorative', 4],
        ['alt', 8],
      ],
      ['caption'],
    ],
    fields: {
      image: { label: 'Picture' },
      decorative: { label: 'Only decoration', description: 'Then it needs no description.' },
      alt: { label: 'Description', description: 'What it shows, for those who cannot see it. For a chart: its numbers.' },
      caption: { label: 'Caption', description: 'Where it comes from and what to look at.' },
    },
  },
  'body.faq': {
    namedBy: 'heading',
    form: [['heading'], ['items']],
    fields: { heading: { label: 'Heading', description: '“Common questions”' }, items: { label: 'Questions' } },
  },
  'body.faq-item': {
    namedBy: 'question',
    form: [['question'], ['answer']],
    fields: { question: { label: 'Question', description: 'As a reader would ask it.' }, answer: { label: 'Answer' } },
  },
  'clinic.closure': {
    namedBy: 'reason',
    form: [
      [
        ['from', 4],
        ['to', 4],
        ['reason', 4],
      ],
    ],
    fields: {
      from: { label: 'First day' },
      to: { label: 'Last day', description: 'The same for one day.' },
      reason: { label: 'Reason', description: '“Thanksgiving”' },
    },
  },
  'clinic.crisis-contact': {
    namedBy: 'label',
    form: [
      ['label'],
      ['detail'],
      [
        ['call', 4],
        ['sms', 4],
        ['url', 4],
      ],
    ],
    fields: {
      label: { label: 'Name', description: '“988 Suicide & Crisis Lifeline”' },
      detail: { label: 'What it is', description: 'Who answers, when, in which languages, at what cost.' },
      call: { label: 'Phone', description: 'Digits as dialed: “988”' },
      sms: { label: 'Text message', description: 'Digits as dialed: “838255”' },
      url: { label: 'Chat', description: 'Begins with https://' },
    },
  },
  'clinic.opening-hours': {
    namedBy: 'weekday',
    form: [
      [
        ['weekday', 4],
        ['opens', 4],
        ['closes', 4],
      ],
    ],
    fields: {
      weekday: { label: 'Day' },
      opens: { label: 'Opens', description: '24 hours: “08:30”' },
      closes: { label: 'Closes', description: '24 hours: “17:00”' },
    },
  },
  'clinic.service': {
    namedBy: 'name',
    form: [['name'], ['description']],
    fields: { name: { label: 'Name' }, description: { label: 'Description', description: 'Whom it is for and what happens.' } },
  },
  'shared.seo': {
    namedBy: 'title',
    form: [
      ['title'],
      ['description'],
      [
        ['shareImage', 6],
        ['noindex', 6],
      ],
      ['canonicalUrl'],
    ],
    fields: {
      title: { label: 'Title in search results', description: 'Up to 60 characters. Empty: the title.' },
      description: { label: 'Description in search results', description: '120 to 160 characters. Empty: the summary.' },
      shareImage: { label: 'Picture when shared', description: 'Empty: the cover.' },
      noindex: { label: 'Hide from search engines' },
      canonicalUrl: { label: 'Original address', description: 'Only if the text first appeared elsewhere.' },
    },
  },
};
