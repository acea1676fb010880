import type { ListLayout } from './layout';

const SLUG = 'The end of the page’s address: small letters, digits and hyphens, for example “first-visit”.';

const article: ListLayout = {
  namedBy: 'title',
  columns: ['title', 'category', 'reviewState', 'reviewDue', 'reviewer'],
  sortBy: 'updatedAt',
  order: 'DESC',
  form: [
    [
      ['title', 8],
      ['slug', 4],
    ],
    ['summary'],
    ['shortAnswer'],
    ['keyTakeaways'],
    ['contentNote'],
    ['body'],
    ['sources'],
    ['evidence', 'evidenceNote'],
    ['author', 'reviewer'],
    [['category', 6]],
    ['cover'],
    [
      ['coverDecorative', 4],
      ['coverAlt', 8],
    ],
    ['related'],
    ['seo'],
  ],
  notHere: ['reviewState', 'lastReviewed', 'reviewDue'],
  fields: {
    reviewState: { label: 'Review' },
    lastReviewed: { label: 'Last reviewed' },
    reviewDue: { label: 'Review due' },
    title: {
      label: 'Title',
      description: 'What the page answers, in the reader’s words: “What is a first ketamine visit like?”',
    },
    slug: { label: 'Address', description: `${SLUG} If you change it after publishing, the old address leads here.` },
    summary: { label: 'Summary', description: 'One or two sentences for cards and lists: what the reader will find.' },
    shortAnswer: {
      label: 'Short answer',
      description: '40 to 60 words that answer the title at once, with how sure we are. It stands at the top of the page.',
    },
    keyTakeaways: { label: 'Key takeaways', description: 'Three to five full sentences that a reader should remember.' },
    contentNote: {
      label: 'Content note',
      description: 'What might be hard to read, said gently: “This page mentions self-harm. Nothing is described.”',
    },
    body: { label: 'Text', description: 'Blocks from top to bottom. Headings begin at level 2.' },
    sources: {
      label: 'Sources',
      description: 'Every work that the text cites, in the order of their numbers. Drag to change the order.',
      namedBy: 'title',
    },
    evidence: { label: 'Evidence', description: 'How strong the research is for the page’s main claim.' },
    evidenceNote: { label: 'What the evidence badge refers to', description: '“The badge refers to short-term relief only.”' },
    category: { label: 'Category', description: 'Where readers find it.', namedBy: 'name' },
    author: { label: 'Author', description: 'Who wrote it.', namedBy: 'name' },
    reviewer: { label: 'Clinical reviewer', description: 'Who read it as a clinician; not the author.', namedBy: 'name' },
    cover: { label: 'Cover picture' },
    coverDecorative: { label: 'Only decoration', description: 'Then it needs no description.' },
    coverAlt: { label: 'Description of the cover', description: 'What it shows, for those who cannot see it.' },
    related: { label: 'Related articles', description: 'Two or three to read next.', namedBy: 'title' },
    seo: { label: 'Search and sharing', description: 'Leave it empty to use title and summary.' },
    updatedAt: { label: 'Last saved' },
  },
};

const category: ListLayout = {
  namedBy: 'name',
  columns: ['order', 'name', 'slug', 'palette'],
  sortBy: 'order',
  order: 'ASC',
  notHere: ['articles'],
  form: [['name', 'slug'], ['description'], ['order', 'palette']],
  fields: {
    name: { label: 'Name', description: 'As it stands in the menu: “Trauma”.' },
    slug: { label: 'Address', description: SLUG },
    description: { label: 'Description', description: 'One or two sentences at the top of the category’s page.' },
    order: { label: 'Place in the menu', description: '1 comes first.' },
    palette: { label: 'Color', description: 'Of its cards and covers.' },
    articles: { label: 'Articles' },
  },
};

const contributor: ListLayout = {
  namedBy: 'name',
  columns: ['name', 'role', 'credentials', 'demo'],
  sortBy: 'name',
  order: 'ASC',
  notHere: ['written', 'reviewed'],
  form: [
    ['name', 'slug'],
    ['role', 'credentials'],
    ['bio'],
    [
      ['portrait', 6],
      ['demo', 6],
    ],
  ],
  fields: {
    name: { label: 'Name', description: 'As it stands under an article: “Dr. Rowan Sample”.' },
    slug: { label: 'Address', description: SLUG },
    role: { label: 'Role', description: '“Clinical psychologist”' },
    credentials: { label: 'Credentials', description: '“PhD, licensed in New York”' },
    bio: { label: 'About', description: 'Two or three short paragraphs: training, experience, conflicts of interest.' },
    portrait: { label: 'Portrait' },
    demo: { label: 'Invented for the sample site', description: 'Pages say so. Real people: off.' },
    written: { label: 'Wrote' },
    reviewed: { label: 'Reviewed' },
  },
};

const source: ListLayout = {
  namedBy: 'title',
  columns: ['citationKey', 'title', 'authors', 'year', 'studyDesign', 'toVerify'],
  sortBy: 'citationKey',
  order: 'ASC',
  notHere: ['articles'],
  form: [
    [
      ['citationKey', 4],
      ['studyDesign', 4],
      ['sampleSize', 4],
    ],
    ['title'],
    ['authors'],
    [
      ['journal', 8],
      ['year', 4],
    ],
    [
      ['volume', 4],
      ['issue', 4],
      ['pages', 4],
    ],
    [
      ['doi', 6],
      ['pmid', 6],
    ],
    ['url'],
    ['note'],
    ['toVerify'],
  ],
  fields: {
    citationKey: {
      label: 'Citation key',
      description: 'Short and lasting, for example “ZAR06”. Texts cite it as /sources/ZAR06.',
    },
    title: { label: 'Title' },
    authors: { label: 'Authors', description: '“Zarate CA, Singh JB, Carlson PJ, et al.”' },
    journal: { label: 'Journal or publisher' },
    year: { label: 'Year' },
    volume: { label: 'Volume' },
    issue: { label: 'Issue' },
    pages: { label: 'Pages', description: '“856–864”' },
    doi: { label: 'DOI', description: 'Without https://doi.org/, for example “10.1001/archpsyc.63.8.856”.' },
    pmid: { label: 'PubMed number', description: 'Digits only.' },
    url: { label: 'Web address', description: 'Where it can be read, if there is no DOI.' },
    studyDesign: { label: 'What kind of work it is', description: 'Readers see how many of each kind an article rests on.' },
    sampleSize: { label: 'People studied' },
    note: { label: 'Note for readers', description: 'What to know about it: “Paid for by the maker.”' },
    toVerify: {
      label: 'Still to be checked',
      description: 'Readers are told that nobody has compared it with the original yet.',
    },
    articles: { label: 'Articles' },
  },
};

const glossaryTerm: ListLayout = {
  namedBy: 'term',
  columns: ['term', 'definition'],
  sortBy: 'term',
  order: 'ASC',
  form: [['term', 'slug'], ['definition'], ['alsoKnownAs']],
  fields: {
    term: { label: 'Term', description: '“Off-label”' },
    slug: { label: 'Address', description: SLUG },
    definition: { label: 'Meaning', description: 'One or two plain sentences.' },
    alsoKnownAs: { label: 'Also known as', description: 'One a line.' },
  },
};

const redirect: ListLayout = {
  namedBy: 'from',
  columns: ['from', 'to', 'kind', 'updatedAt'],
  sortBy: 'updatedAt',
  order: 'DESC',
  form: [['from', 'kind'], ['to']],
  fields: {
    from: {
      label: 'Old address',
      description: 'The path that visitors still ask for, for example “/articles/old-address”. No page may stand there.',
      placeholder: '/articles/old-address',
    },
    to: {
      label: 'New address',
      description: 'Where they are led: a path of this site at which something is found. Empty if the page is gone.',
      placeholder: '/articles/new-address',
    },
    kind: { label: 'What happened', description: '“moved” leads on; “gone” says that the page was withdrawn.' },
    updatedAt: { label: 'Last saved' },
  },
};

const clinic: ListLayout = {
  namedBy: 'name',
  columns: ['name'],
  sortBy: 'name',
  order: 'ASC',
  form: [
    ['name', 'tagline'],
    ['banner'],
    ['homeHeading'],
    ['homeIntro'],
    ['featuredArticles'],
    ['address'],
    [
      ['phone', 4],
      ['fax', 4],
      ['email', 4],
    ],
    ['hours'],
    ['hoursNote'],
    ['closures'],
    ['timeZone'],
    ['services'],
    ['crisisContacts'],
    ['disclaimer'],
    ['bookingText'],
    ['editorialPolicy'],
    ['privacyPolicy'],
    ['wordsToAvoid'],
  ],
  fields: {
    name: { label: 'Name of the clinic' },
    tagline: { label: 'Tagline', description: 'A few words under the name.' },
    banner: { label: 'Notice on every page', description: 'For something urgent: “We are closed on Friday.” Empty: no notice.' },
    homeHeading: { label: 'Heading of the home page' },
    homeIntro: { label: 'Introduction of the home page', description: 'Three or four sentences.' },
    featuredArticles: { label: 'Featured articles', description: 'Up to three, shown first on the home page.', namedBy: 'title' },
    address: { label: 'Postal address', description: 'One line a line.' },
    phone: { label: 'Phone', description: 'As people dial it: “555-0142”' },
    fax: { label: 'Fax' },
    email: { label: 'E-mail' },
    hours: { label: 'Opening hours', description: 'Every weekday once, Monday first. Both times empty: closed.' },
    hoursNote: { label: 'Note on the hours', description: '“Evening visits by arrangement.”' },
    closures: { label: 'Days when the clinic is closed', description: 'Holidays and leave.' },
    timeZone: { label: 'Time zone', description: '“America/New_York”' },
    services: { label: 'Services' },
    crisisContacts: { label: 'Crisis contacts', description: 'On every page. Try each number before you publish it.' },
    disclaimer: { label: 'Disclaimer', description: 'At the end of every article.' },
    bookingText: { label: 'What to expect of a consultation' },
    editorialPolicy: { label: 'Editorial policy' },
    privacyPolicy: { label: 'Privacy policy' },
    wordsToAvoid: {
      label: 'Words to avoid (for editors only)',
      description:
        'One word or phrase a line. * stands for any ending; after a colon, say why or what to write instead: “guarantee*: no treatment works for everyone”.',
    },
  },
};

/** How editors meet each kind of content. */
export const contentTypeLayouts: Record<string, ListLayout> = {
  'api::article.article': article,
  'api::category.category': category,
  'api::clinic.clinic': clinic,
  'api::contributor.contributor': contributor,
  'api::glossary-term.glossary-term': glossaryTerm,
  'api::redirect.redirect': redirect,
  'api::source.source': source,
};
