import { describe, expect, it } from 'vitest';

import { articleProblems } from './article';
import { clinicProblems } from './clinic';
import { inPlainWords } from './plain-words';
import { redirectProblems } from './redirect';
import { savingProblems } from './saving';

const siteOrigin = 'https://clinic.example';
const nothingDead = { siteOrigin, dead: new Set<string>() };
const paragraph = (url: string) => ({
  type: 'paragraph',
  children: [{ type: 'link', url, children: [{ type: 'text', text: 'words' }] }],
});
const article = (changes: Record<string, unknown> = {}) => ({
  title: 'Title',
  slug: 'title',
  summary: 'Summary',
  shortAnswer: 'Answer',
  keyTakeaways: [{ text: 'Point' }],
  category: { documentId: 'c' },
  author: { documentId: 'a' },
  evidence: 'early',
  coverDecorative: true,
  body: [{ __component: 'body.rich-text', content: [{ type: 'paragraph', children: [{ type: 'text', text: 'Words.' }] }] }],
  sources: [{ citationKey: 'ZAR06', doi: '10.1001/Archpsyc.63.8.856' }],
  ...changes,
});
const linking = (url: string) => article({ body: [{ __component: 'body.rich-text', content: [paragraph(url)] }] });

describe('an article', () => {
  it('that is ready has no problems', () => {
    expect(articleProblems(article(), nothingDead)).toEqual([]);
  });

  it.each(['title', 'summary', 'shortAnswer', 'keyTakeaways', 'category', 'author', 'evidence', 'body'])(
    'needs its %s',
    (field) => {
      for (const empty of [null, undefined, '', '  ', []]) {
        expect(articleProblems(article({ [field]: empty }), nothingDead).map(({ path }) => path)).toEqual([[field]]);
      }
    },
  );

  it.each([
    'https://doi.org/10.1001/archpsyc.63.8.856',
    'http://dx.doi.org/10.1001/ARCHPSYC.63.8.856',
    '/sources/ZAR06',
    `${siteOrigin}/sources/ZAR06`,
  ])('may cite %s', (url) => {
    expect(articleProblems(linking(url), nothingDead)).toEqual([]);
  });

  it.each(['https://doi.org/10.1/other', '/sources/OTHER', `${siteOrigin}/sources/OTHER`])('may not cite %s', (url) => {
    expect(articleProblems(linking(url), nothingDead)).toMatchObject([{ path: ['body', 0, 'content'] }]);
  });

  it('is looked at in every place that holds text', () => {
    const dead = { siteOrigin, dead: new Set(['/articles/gone']) };
    const content = [paragraph('/articles/gone?x=1#part')];
    const body = [
      { __component: 'body.callout', content },
      { __component: 'body.care-card', content },
      { __component: 'body.timeline', entries: [{ title: 'x', content }] },
      { __component: 'body.figure', decorative: true, image: { width: 1, height: 1 }, caption: content },
      { __component: 'body.faq', items: [{ question: 'x?', answer: content }] },
      { __component: 'body.comparison-table', grid: { corner: 'x', columns: ['x'], rows: [{ header: 'x', cells: [content] }] } },
    ];
    expect(articleProblems(article({ body }), dead).map(({ path }) => path.join('.'))).toEqual([
      'body.0.content',
      'body.1.content',
      'body.2.entries.0.content',
      'body.3.caption',
      'body.4.items.0.answer',
      'body.5.grid',
    ]);
  });

  it('needs pictures whose size is known, with words or marked as decorative', () => {
    const figure = { __component: 'body.figure', image: { width: null, height: null } };
    expect(
      articleProblems(article({ body: [figure], cover: { width: 5, height: 5 }, coverDecorative: false }), nothingDead).map(
        ({ path }) => path.join('.'),
      ),
    ).toEqual(['coverAlt', 'body.0.alt', 'body.0.image']);
  });
});

describe('the clinic', () => {
  const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((weekday) => ({ weekday }));

  it('lists every weekday once, with both times or none', () => {
    expect(clinicProblems({ hours: week }, nothingDead)).toEqual([]);
    expect(clinicProblems({ hours: week.slice(1) }, nothingDead)).toHaveLength(1);
    expect(clinicProblems({ hours: week.with(2, { weekday: 'wednesday', opens: '08:00' } as never) }, nothingDead)).toMatchObject(
      [{ path: ['hours', 2, 'closes'] }],
    );
  });
});

describe('a redirect', () => {
  const facts = { isTaken: false, leadsSomewhere: true, isLoop: false };

  it('leads from nothing to something', () => {
    expect(redirectProblems({ from: '/old', to: '/about', kind: 'moved' }, facts)).toEqual([]);
    expect(redirectProblems({ from: '/old', kind: 'gone' }, facts)).toEqual([]);
    expect(redirectProblems({ from: '/about', to: '/about', kind: 'moved' }, facts)).toHaveLength(2);
    expect(redirectProblems({ from: '/old', to: '/x', kind: 'moved' }, { ...facts, leadsSomewhere: false })).toHaveLength(1);
  });
});

describe('what is saved', () => {
  it('holds no formatting that no page can show, drafts included', () => {
    const problems = savingProblems('api::article.article', {
      body: [
        {
          __component: 'body.rich-text',
          content: [
            { type: 'code', children: [] },
            { type: 'heading', level: 1, children: [] },
          ],
        },
      ],
    });
    expect(problems.map(({ path }) => path.join('.'))).toEqual(['body.0.content', 'body.0.content']);
  });

  it('does not set from the other side what the article says', () => {
    const problems = (articles: unknown) => savingProblems('api::category.category', { articles });
    expect(problems(undefined)).toEqual([]);
    expect(problems({ connect: [], disconnect: [] })).toEqual([]);
    for (const change of [null, ['x'], { connect: ['x'] }, { disconnect: ['x'] }, { set: [] }])
      expect(problems(change)).toHaveLength(1);
  });
});

describe('what Strapi says', () => {
  it.each([
    [['shortAnswer'], 'shortAnswer must be at most 600 characters', 'Shorten “Short answer” to 600 characters.'],
    [['summary'], 'summary must be defined.', 'Fill in “Summary”.'],
    [['body', '0', 'heading'], 'body[0].heading must be defined.', 'Fill in “Heading”.'],
    [
      ['slug'],
      'slug must match the following: "/^[a-z]+$/"',
      '“Address” is not in the right form: use small letters, digits and hyphens, for example “first-visit”.',
    ],
    [['slug'], 'This attribute must be unique', 'Another published article already has this address. Choose a different slug.'],
    [['keyTakeaways'], 'keyTakeaways field must have at least 1 items', 'Add at least one entry to “Key takeaways”.'],
    [['evidence'], 'evidence must be one of the following values: a, b', 'Choose one of the options of “Evidence”.'],
    [['x'], 'something else', 'something else'],
  ])('of %j is said in plain words', (path, message, plain) => {
    expect(inPlainWords('api::article.article', { path, message }).message).toBe(plain);
  });
});
