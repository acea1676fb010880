import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { readDemoLibrary } from '../../demo-library/read';

import { articleFindings, articleProblems, type ReviewedArticle } from './article';
import { readingGrades } from './reading-grade';
import { readAvoidedWords } from './wording';

const library = readDemoLibrary(path.resolve(__dirname, '../../../seed'));
const picture = { name: 'x.png', width: 800, height: 600 };

const demo = library.articles.map(({ sources, keyTakeaways, body, ...article }): ReviewedArticle => ({
  ...article,
  cover: picture,
  coverDecorative: true,
  keyTakeaways: keyTakeaways.map((text) => ({ text })),
  sources: sources.flatMap((key) => library.sources.filter(({ citationKey }) => citationKey === key)),
  body: body.map((block) => (block.__component === 'body.figure' ? { ...block, image: picture } : block)),
}));

const facts = {
  siteOrigin: 'https://clinic.test',
  dead: new Set<string>(),
  avoided: readAvoidedWords('guarantee*: no result is certain\ncommitted suicide'),
};

const text = (words: string, node: Record<string, unknown> = { type: 'paragraph' }) => ({
  ...node,
  children: [{ type: 'text', text: words }],
});
const link = (url: string, words: string) => ({
  type: 'paragraph',
  children: [{ type: 'link', url, children: [{ type: 'text', text: words }] }],
});
const heading = (level: number, words: string) => text(words, { type: 'heading', level });
const textBlock = (...content: unknown[]) => ({ __component: 'body.rich-text', content });
const emergency = { __component: 'body.care-card', urgency: 'emergency', heading: 'Call 988', content: [text('Call 988 now.')] };

const ready: ReviewedArticle = {
  title: 'What a first visit is like',
  slug: 'first-visit',
  summary: 'What happens at a first visit, whom you meet, and what you may want to bring along with you.',
  shortAnswer: Array(45).fill('word').join(' '),
  keyTakeaways: [{ text: 'You can bring someone.' }],
  category: { id: 1 },
  author: { id: 1 },
  reviewer: { id: 2 },
  evidence: 'established',
  sources: [],
  body: [textBlock(heading(2, 'Before you come'), text('Bring a list of your medicines.'))],
};

const messages = (change: Partial<ReviewedArticle>) =>
  articleFindings({ ...ready, ...change }, facts).map(({ severity, message }) => `${severity}: ${message}`);
const body = (...blocks: unknown[]) => messages({ body: blocks });

describe('the demo library', () => {
  it.each(demo)('$slug passes the gate', (article) => {
    expect(articleProblems(article, facts)).toEqual([]);
  });

  it.each(demo)('$slug has a reading grade for its sections', (article) => {
    const grades = readingGrades(article);
    expect(grades.length).toBeGreaterThan(3);
    for (const { grade } of grades) expect(grade).toBeLessThan(16);
  });
});

describe('an article', () => {
  it('that is ready is left in peace', () => {
    expect(messages({})).toEqual([]);
  });

  it('keeps its headings in order', () => {
    expect(body(textBlock(heading(3, 'Deep')))).toEqual([
      'blocking: Block 1 “Deep”: “Deep” is a heading of level 3, but the first heading of the text. Make it level 2.',
    ]);
    expect(body(textBlock(heading(2, 'A'), text('x')), textBlock(heading(4, 'B'), text('y')))).toEqual([
      'blocking: Block 2 “B”: “B” is a heading of level 4, but it stands under a heading of level 2. Make it level 3.',
    ]);
    expect(body(textBlock(heading(2, 'A'), heading(3, 'B'), heading(2, 'C'), text('x')))).toEqual([]);
    expect(body(textBlock(heading(2, ' '), text('x')))).toEqual([
      'blocking: Block 1 (Text): A heading has no words. Write it or remove it.',
    ]);
  });

  it('has no empty blocks', () => {
    expect(body(textBlock(text('')), { __component: 'body.callout', heading: 'Note', content: null })).toEqual([
      'blocking: Block 1 (Text): This block is empty. Write something in it or remove it.',
      'blocking: Block 2 “Note”: This block is empty. Write something in it or remove it.',
    ]);
    expect(body({ __component: 'body.do-dont-list', heading: 'Tips', dos: [{ text: '' }], donts: [{ text: 'x' }] })).toEqual([
      'blocking: Block 1 “Tips”: An entry of the list is empty.',
    ]);
  });

  it('has tables whose rows and columns are named', () => {
    const table = (grid: unknown) => body({ __component: 'body.comparison-table', caption: 'Doses', grid });
    const row = { header: ' ', cells: [[text('x')], [text('y')]] };
    expect(table({ corner: '', columns: ['A', ''], rows: [row] })).toEqual([
      'blocking: Block 1 “Doses”: The corner of the table is empty. Say what its rows are.',
      'blocking: Block 1 “Doses”: Column 2 of the table has no header.',
      'blocking: Block 1 “Doses”: Row 1 of the table has no header.',
    ]);
    expect(table(undefined)).toEqual(['blocking: Block 1 “Doses”: The table is empty. Write something in it or remove it.']);
    expect(table({ corner: 'Route', columns: ['A', 'B'], rows: [{ ...row, header: 'R' }] })).toEqual([]);
  });

  it('describes its pictures, and not by the name of a file', () => {
    const figure = (alt: string | null, decorative = false) => ({ __component: 'body.figure', image: picture, alt, decorative });
    expect(body(textBlock(text('x')), figure(null))).toEqual([
      'blocking: Block 2 (Figure): Describe the picture for those who cannot see it, or mark it as decorative.',
    ]);
    for (const name of ['IMG_2041.JPG', 'x.png', 'DSC0012', 'dose-ranges_v2', 'Screenshot']) {
      expect(body(figure(name)), name).toEqual([
        'blocking: Block 1 (Figure): The description of the picture is the name of a file. Say what the picture shows.',
      ]);
    }
    expect(body(figure('Two chairs by a window'), figure('', true), figure('Chairs'))).toEqual([]);
  });

  it('says where its links lead', () => {
    expect(body(textBlock(link('/about', 'Click here.'), link('/about', 'about the clinic')))).toEqual([
      'blocking: Block 1 (Text): The link “Click here.” does not say where it leads. Name the page.',
    ]);
    expect(body(textBlock(link('https://a.test/b', 'https://a.test/b')))).toEqual([
      'blocking: Block 1 (Text): The link “https://a.test/b” is an address. Write what it leads to.',
    ]);
  });

  it('leads nowhere dead and cites only its sources', () => {
    const dead = { ...facts, dead: new Set(['/articles/gone']) };
    expect(
      articleProblems(
        { ...ready, body: [textBlock(link('/articles/gone', 'the old page'), link('/sources/ZAR06', 'one trial'))] },
        dead,
      ),
    ).toEqual([
      {
        path: ['body', 0, 'content'],
        message:
          'Block 1 (Text): “one trial” cites the source ZAR06, which is not among the sources of this article. Add it there, or change the link.',
      },
      {
        path: ['body', 0, 'content'],
        message:
          'Block 1 (Text): “the old page” leads to /articles/gone, where no visitor finds anything. Publish that page first, or change the link.',
      },
    ]);
  });

  it('names whom to call where it speaks of suicide', () => {
    const spoken = textBlock(text('Some people think of ending their lives.'));
    expect(body(spoken)).toEqual([
      'blocking: The text speaks of suicide or self-harm. Add a care card with the urgency “emergency” that says whom to call.',
    ]);
    expect(body(spoken, emergency)).toEqual([]);
    expect(body(spoken, { ...emergency, urgency: 'routine' })).toHaveLength(1);
    expect(body(textBlock(text('The course ends in May and may harm no one.')))).toEqual([]);
  });

  it('is told of idle sources, figures without a source, words to avoid and lengths', () => {
    expect(messages({ sources: [{ citationKey: 'ZAR06', doi: null }] })).toEqual([
      'advice: Nothing in the text cites ZAR06. Cite it where it is used, or take it off the list.',
    ]);
    expect(body(textBlock(text('About 71% felt better.'), link('/sources/x', '40% fell ill')))).toContain(
      'advice: Block 1 (Text): “About 71% felt better.” gives a figure and cites no source.',
    );
    expect(body(textBlock(text('We guaranteed it. A guarantee, though.')))).toEqual([
      'advice: Block 1 (Text): “guaranteed” is a word to avoid: no result is certain.',
    ]);
    expect(messages({ summary: 'Short.', reviewer: null })).toEqual([
      'advice: No clinical reviewer is named.',
      'advice: The summary has 6 characters; 80 to 200 say more.',
      'advice: The description for search results has 6 characters; 120 to 160 say what the page answers.',
    ]);
  });

  it('is told which section is hard to read', () => {
    const hard = text(
      'Pharmacological neuromodulation paradigms necessitate interdisciplinary psychotherapeutic considerations encompassing individualized dissociative phenomenology, comprehensive cardiovascular monitoring, longitudinal symptomatological characterization, psychometric instrumentation, and methodologically sophisticated interpretation of heterogeneous observational investigations, notwithstanding considerable epistemological uncertainty surrounding generalizability across demographically dissimilar populations receiving ambulatory anesthesiological interventions.',
    );
    expect(body(textBlock(heading(2, 'Method'), hard))[0]).toMatch(
      /^advice: Block 1 “Method”: The section “Method” reads at grade \d\d\. Shorter sentences and everyday words help\.$/,
    );
  });
});

it('the list of words allows phrases, endings and reasons, and skips empty lines', () => {
  expect(readAvoidedWords('cure\n\n  \nguarantee*: be careful: always\n***').map(({ word, because }) => [word, because])).toEqual(
    [
      ['cure', null],
      ['guarantee…', 'be careful: always'],
    ],
  );
  expect(readAvoidedWords('cure')[0]?.pattern.test('accurate, secure, cures')).toBe(false);
});
