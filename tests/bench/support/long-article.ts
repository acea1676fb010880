import { paragraph, text, type Shelf } from '../../support/content.ts';

const WORDS = (
  'care memory session evidence therapist gentle ketamine trauma study breathing people notice change week support clinic question ' +
  'answer safety plan sleep mood feeling research trial patient practice grief anxiety attention movement body story meaning'
).split(' ');

/** A source as an editor enters it. */
export const sourceData = (i: number) => ({
  citationKey: `BENCH${i}`,
  doi: `10.1234/bench.${i}`,
  authors: 'Nobody N, Somebody S',
  title: `A study of things, part ${i}`,
  journal: 'Journal of Things',
  year: 2020,
  studyDesign: 'randomized_trial',
  toVerify: false,
});

/**
 * An article of 1,500 words as an editor would publish it: under ten headings, with citations, links and questions.
 * @param version makes each one different, so that a few words come and go
 */
export function longArticle(shelf: Omit<Shelf, 'source'>, sources: string[], version: number): Record<string, unknown> {
  const words = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => WORDS[(from * 7 + i * (1 + (from % 5))) % WORDS.length]).join(' ');
  const section = (i: number) => [
    { type: 'heading', level: 2, children: [{ type: 'text', text: `Part ${i} about ${words(i, 3)}` }] },
    paragraph(
      `${words(i, 60)} `,
      [words(i + 1, 2), `https://doi.org/10.1234/bench.${i % sources.length}`],
      ` ${words(i + 2, 10)}.`,
    ),
    paragraph(`${words(i + 3, 64)} `, ['more about this', '/articles'], `. Version${version}word${i}.`),
  ];
  return {
    title: `A long article, version ${version}`,
    slug: 'a-long-article',
    summary: words(version, 25),
    shortAnswer: words(version + 1, 60),
    keyTakeaways: [1, 2, 3, 4].map((i) => ({ text: words(version + i, 14) })),
    ...shelf,
    evidence: 'promising',
    coverDecorative: true,
    sources,
    body: [
      text(...[0, 1, 2, 3, 4].flatMap(section)),
      { __component: 'body.callout', tone: 'note', content: [paragraph(words(version, 30))] },
      text(...[5, 6, 7, 8, 9].flatMap(section)),
      { __component: 'body.faq', items: [1, 2].map((i) => ({ question: words(i, 8), answer: [paragraph(words(i, 20))] })) },
    ],
    seo: { title: 'A long article', description: words(2, 20) },
  };
}
