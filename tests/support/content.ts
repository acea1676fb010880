import { randomUUID } from 'node:crypto';

import type { GraphQLAnswer, TestCms } from './strapi.ts';

export const ARTICLE = 'api::article.article';

type Data = Record<string, unknown>;

/** A paragraph of the Blocks field; a link is given as its words and its address. */
export function paragraph(...parts: (string | [words: string, url: string])[]): Data {
  const children = parts.map((part) =>
    typeof part === 'string'
      ? { type: 'text', text: part }
      : { type: 'link', url: part[1], children: [{ type: 'text', text: part[0] }] },
  );
  return { type: 'paragraph', children };
}

/** A block of running text. */
export const text = (...content: Data[]): Data => ({ __component: 'body.rich-text', content });

/** What every article needs that refers to other entries: those of the demo library. */
export interface Shelf {
  category: string;
  author: string;
  source: { documentId: string; citationKey: string; doi: string };
}

/** Entries of the demo library that an article of a test may refer to. */
export async function openShelf(strapi: TestCms['strapi']): Promise<Shelf> {
  const first = async (uid: string, where: Data = {}) =>
    (await strapi.db.query(uid).findOne({ where })) as Record<string, string>;
  const [category, author, source] = [
    await first('api::category.category'),
    await first('api::contributor.contributor'),
    await first('api::source.source', { doi: { $notNull: true } }),
  ];
  return {
    category: category['documentId'] ?? '',
    author: author['documentId'] ?? '',
    source: source as unknown as Shelf['source'],
  };
}

/** The same of a CMS that runs as a process of its own; a source is not needed there. */
export async function askForShelf(ask: (query: string) => Promise<GraphQLAnswer>): Promise<Shelf> {
  const { data } = await ask('{ categories { documentId } contributors { documentId } }');
  const { categories, contributors } = data as unknown as Record<'categories' | 'contributors', { documentId: string }[]>;
  const source = { documentId: '', citationKey: '', doi: '' };
  return { category: categories[0]?.documentId ?? '', author: contributors[0]?.documentId ?? '', source };
}

/** An article that can be published as it is. */
export function articleData({ category, author }: Shelf, changes: Data = {}): Data {
  const slug = `test-${randomUUID()}`;
  return {
    title: `An article about ${slug}`,
    slug,
    summary: 'What it is about.',
    shortAnswer: 'The answer in short.',
    keyTakeaways: [{ text: 'Something to remember.' }],
    category,
    author,
    evidence: 'early',
    coverDecorative: true,
    body: [text(paragraph('Words.'))],
    sources: [],
    ...changes,
  };
}

/** What Strapi answers to a refused write. */
export interface Refused {
  error: {
    status: number;
    name: string;
    message: string;
    details: { errors?: { path: (string | number)[]; message: string }[] };
  };
}
