import { describe, expect, it } from 'vitest';

import type { ArticleBody } from './article-body.js';
import { toMarkdown } from './markdown.js';
import { citationsOf } from './places.js';
import { referenceText, sourceUrl, type ReferenceSource } from './reference.js';
import type { InlineNode, RichText } from './rich-text.js';

const text = (words: string): InlineNode => ({ type: 'text', text: words });
const says = (...children: InlineNode[]): RichText => [{ type: 'paragraph', children }];
const link = (url: string, words: string): InlineNode => ({ type: 'link', url, children: [{ type: 'text', text: words }] });

const trial: ReferenceSource = {
  citationKey: 'ZAR06',
  authors: 'Zarate CA et al.',
  title: 'A randomized trial of an NMDA antagonist',
  journal: 'Arch Gen Psychiatry',
  year: 2006,
  volume: '63',
  issue: '8',
  pages: '856-864',
  doi: '10.1001/archpsyc.63.8.856',
  pmid: '16894061',
  url: null,
};
const label: ReferenceSource = {
  ...trial,
  citationKey: 'FDA19',
  authors: 'FDA',
  title: 'Is it approved?',
  journal: null,
  year: 2019,
  volume: null,
  issue: null,
  pages: null,
  doi: null,
  pmid: null,
  url: 'https://www.fda.gov/label',
};

const body: ArticleBody = [
  {
    __typename: 'RichTextBlock',
    content: [
      { type: 'heading', level: 2, children: [text('How it works')] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'A *real* ', bold: true },
          link('https://doi.org/10.1001/archpsyc.63.8.856', 'trial'),
          text(' and a '),
          link('/articles/other', 'page'),
          text('.'),
        ],
      },
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [text('one')] },
          { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('inner')] }] },
          { type: 'list-item', children: [text('two')] },
        ],
      },
    ],
  },
  { __typename: 'CareCardBlock', urgency: 'EMERGENCY', heading: 'Call 988 now if', content: says(text('you are in danger')) },
  { __typename: 'CalloutBlock', tone: 'CAUTION', heading: null, content: says(text('It may sting.')) },
  { __typename: 'DoDontListBlock', heading: 'On the day', dos: ['rest'], donts: ['drive'] },
  {
    __typename: 'ComparisonTableBlock',
    caption: 'Two plans',
    cornerHeader: 'Aspect',
    columns: ['One', 'Two | three'],
    rows: [{ header: 'Aim', cells: [says(text('first')), [...says(text('a')), ...says(link('/sources/FDA19', 'b'))]] }],
    note: 'Both are fine.',
  },
  {
    __typename: 'TimelineBlock',
    heading: 'History',
    entries: [{ date: '2006', title: 'A trial', content: says(link('/sources/ZAR06', 'It worked')) }],
  },
  {
    __typename: 'FigureBlock',
    image: { url: 'https://clinic.test/media/a.png', width: 2, height: 1, alt: 'A leaf', decorative: false },
    caption: says(text('A leaf.')),
  },
  { __typename: 'FaqBlock', heading: 'Questions', items: [{ question: 'Is it legal?', answer: says(text('Yes.')) }] },
];

describe('Markdown', () => {
  it('holds every block in order, with footnotes for what is cited and absolute links', () => {
    expect(toMarkdown(body, { sources: [trial, label], origin: 'https://clinic.test' })).toMatchInlineSnapshot(`
      "## How it works

      **A \\*real\\*** trial[^1] and a [page](https://clinic.test/articles/other).

      1. one
         - inner
      2. two

      > **Emergency: Call 988 now if**
      >
      > you are in danger

      > **Take care**
      >
      > It may sting.

      ## On the day

      - **Do** rest
      - **Do not** drive

      **Two plans**

      | Aspect | One | Two \\| three |
      | - | - | - |
      | **Aim** | first | a · b[^2] |

      Both are fine.

      ## History

      - **2006**: A trial

        It worked[^1]

      ![A leaf](https://clinic.test/media/a.png)

      A leaf.

      ## Questions

      ### Is it legal?

      Yes.

      [^1]: Zarate CA et al. A randomized trial of an NMDA antagonist. Arch Gen Psychiatry. 2006;63(8):856-864. <https://doi.org/10.1001/archpsyc.63.8.856>

      [^2]: FDA. Is it approved? 2019. <https://www.fda.gov/label>
      "
    `);
  });

  it('keeps a citation as a link where the works are not given', () => {
    const markdown = toMarkdown(body);
    expect(markdown).toContain('[trial](https://doi.org/10.1001/archpsyc.63.8.856)');
    expect(markdown).not.toContain('[^');
  });

  it('lets no text turn into formatting, a link or a page’s code', () => {
    const words = '# no heading <script>alert(1)</script> [x](javascript:alert(1)) **not bold** | a_b_c ~~x~~ `code`';
    const markdown = toMarkdown([{ __typename: 'RichTextBlock', content: says(text(words)) }]);
    expect(markdown).toMatchInlineSnapshot(`
      "\\# no heading \\<script>alert(1)\\</script> \\[x]\\(javascript:alert(1)) \\*\\*not bold\\*\\* | a_b_c \\~\\~x\\~\\~ \\\`code\\\`
      "
    `);
  });
});

describe('citations', () => {
  it('have the number of the list and every place that cites them', () => {
    expect(citationsOf(body, [trial, label, { ...label, citationKey: 'NONE' }])).toEqual([
      {
        number: 1,
        source: trial,
        places: [
          { block: 0, heading: 'how-it-works', text: 'trial' },
          { block: 5, heading: 'history', text: 'It worked' },
        ],
      },
      { number: 2, source: label, places: [{ block: 4, heading: 'on-the-day', text: 'b' }] },
      { number: 3, source: { ...label, citationKey: 'NONE' }, places: [] },
    ]);
  });

  it('read as medical journals print them', () => {
    expect(referenceText(trial)).toBe(
      'Zarate CA et al. A randomized trial of an NMDA antagonist. Arch Gen Psychiatry. 2006;63(8):856-864.',
    );
    expect(referenceText(label)).toBe('FDA. Is it approved? 2019.');
    expect(sourceUrl(trial)).toBe('https://doi.org/10.1001/archpsyc.63.8.856');
    expect(sourceUrl(label)).toBe('https://www.fda.gov/label');
    expect(sourceUrl({ doi: null, url: null, pmid: '7' })).toBe('https://pubmed.ncbi.nlm.nih.gov/7/');
  });
});
