import path from 'node:path';

import { citationIndex, citedWork, headingsOf, parseArticleBody, type ArticleBlock } from '@clinic/types';
import { describe, expect, it } from 'vitest';

import { bodyOf, bodyPassages, frontPassages } from './prose';
import { readDemoLibrary, type SeedArticle } from './read';

const library = readDemoLibrary(path.resolve(__dirname, '../../seed'));
const articles = library.articles.map((article) => ({ slug: article.slug, article, body: bodyOf(article) }));
const slugs = new Set(articles.map(({ slug }) => slug));
const sourceOf = (key: string) => {
  const source = library.sources.find(({ citationKey }) => citationKey === key);
  if (!source) throw new Error(`There is no source ${key}.`);
  return source;
};
const sourcesOf = (article: SeedArticle) => article.sources.map(sourceOf);

/** What each article must hold beside its running text and its cautions. */
const planned: Record<string, ArticleBlock['__typename'][]> = {
  'ketamine-with-therapy-or-infusions-alone': [
    'ComparisonTableBlock',
    'FaqBlock',
    'FigureBlock',
    'TimelineBlock',
    'DoDontListBlock',
  ],
  'hanuman-story-and-ketamine-therapy': ['FaqBlock'],
  'lab-made-medicine-whole-person-care': ['ComparisonTableBlock'],
  'how-psychology-lost-and-found-trauma': ['TimelineBlock'],
  'brain-story-spirit-whole-person-care': ['ComparisonTableBlock'],
  'soul-loss-parts-work-integration': ['FaqBlock'],
  'ketamine-when-antidepressants-fail': ['ComparisonTableBlock', 'FaqBlock'],
  'ketamine-dosing-complex-dissociation-did': ['ComparisonTableBlock'],
  'ketamine-dose-ranges-explained': ['ComparisonTableBlock', 'FaqBlock'],
  'non-hallucinogenic-psychedelics-jrt': ['ComparisonTableBlock'],
  'ceremony-informed-ketamine-therapy': ['FaqBlock'],
  'fresh-starts-emdr-and-growth': ['FaqBlock'],
  'introduction-to-act-therapy': ['ComparisonTableBlock', 'FaqBlock'],
};

/** Figures that say how large an effect or a risk is. */
const MEASURE =
  /\d\s*%|\bper ?cent\b|\bpercentage\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) times\b|\btwice\b|\bdouble\b/i;
const DANGER = /suicid|self-harm|hurt(?:ing)? yourself|harm(?:ing)? yourself|end(?:ing)? your life/i;

it('holds the thirteen articles that were planned', () => {
  expect([...slugs].sort()).toEqual(Object.keys(planned).sort());
});

describe.each(articles)('$slug', ({ slug, article, body }) => {
  const passages = bodyPassages(body);
  const links = passages.flatMap((passage) => passage.links);
  const citations = links.filter((url) => citedWork(url) !== null);
  const find = citationIndex(sourcesOf(article));

  it('has a body that fits the contract', () => {
    const named = body.map((block) =>
      block.__typename === 'FigureBlock' ? { ...block, image: { ...block.image, url: 'https://example.org/figure.png' } } : block,
    );
    expect(parseArticleBody(named)).toEqual(named);
  });

  it('cites at least three times, and only works that it lists', () => {
    expect(citations.length).toBeGreaterThanOrEqual(3);
    expect(citations.filter((url) => find(url) === null)).toEqual([]);
  });

  it('lists the works in the order in which they are first cited, and no others', () => {
    const cited = citations.flatMap((url) => find(url)?.source.citationKey ?? []);
    expect([...new Set(cited)]).toEqual(article.sources);
  });

  it('leads only to articles that exist', () => {
    const internal = links.filter((url) => citedWork(url) === null);
    expect(internal.filter((url) => !slugs.has(/^\/articles\/([a-z0-9-]+)$/.exec(url)?.[1] ?? ''))).toEqual([]);
    expect(article.related.filter((target) => target === slug || !slugs.has(target))).toEqual([]);
    expect(new Set(article.related).size).toBeGreaterThanOrEqual(2);
  });

  it('gives no measure without a citation beside it', () => {
    const cites = (passage: { links: string[] }) => passage.links.some((url) => citedWork(url) !== null);
    const figures = new Set(body.flatMap((block) => (block.__typename === 'FigureBlock' ? [block.image.alt] : [])));
    const bare = [...frontPassages(article), ...passages].filter(
      (passage) => MEASURE.test(passage.text) && !cites(passage) && !figures.has(passage.text),
    );
    expect(bare.map(({ text }) => text)).toEqual([]);
  });

  it('has four to eight sections in order, none repeated', () => {
    const headings = headingsOf(body);
    const skipped = headings.filter(({ level }, i) => level > (headings[i - 1]?.level ?? 1) + 1);
    expect(skipped).toEqual([]);
    expect(new Set(headings.map(({ text }) => text)).size).toBe(headings.length);
    const sections = body.flatMap((block) =>
      block.__typename === 'RichTextBlock' ? block.content.filter((node) => node.type === 'heading' && node.level === 2) : [],
    );
    expect(sections.length).toBeGreaterThanOrEqual(4);
    expect(sections.length).toBeLessThanOrEqual(8);
  });

  it('holds what was planned for it, and its cautions', () => {
    const types = body.map((block) => block.__typename);
    expect((planned[slug] ?? []).filter((type) => !types.includes(type))).toEqual([]);
    expect(body.some((block) => block.__typename === 'CalloutBlock' && block.tone === 'CAUTION')).toBe(true);
  });

  it('says where help is, if it touches suicide or self-harm', () => {
    const touches = [...frontPassages(article), ...passages].some(({ text }) => DANGER.test(text));
    const help = body
      .filter((block) => block.__typename === 'CareCardBlock' && block.urgency === 'EMERGENCY')
      .map((block) =>
        bodyPassages([block])
          .map(({ text }) => text)
          .join(' '),
      );
    const complete = help.some((text) => ['988', '911', 'findahelpline.com'].every((contact) => text.includes(contact)));
    expect(complete).toBe(touches || help.length > 0);
  });

  it('knows its category, its writer and its reviewer', () => {
    expect(library.categories.map((category) => category.slug)).toContain(article.category);
    const people = library.contributors.map((person) => person.slug);
    expect(people).toContain(article.author);
    expect(people).toContain(article.reviewer);
    expect(article.reviewer).not.toBe(article.author);
  });
});
