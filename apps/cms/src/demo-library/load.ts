import { mkdtemp, rm, stat, writeFile, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Core, UID } from '@strapi/strapi';

import { env } from '../env';
import { together } from '../publishing/unit';
import { keepDemoReview } from '../reviews/demo';
import { report } from '../setup/report';

import type { SeedBlock } from './article-blocks';
import { renderCover } from './covers';
import { readDemoLibrary, type DemoLibrary, type SeedArticle } from './read';

type Strapi = Core.Strapi;
type Ids = Map<string, string>;

const MARK = { type: 'plugin', name: 'clinic', key: 'demo-library' } as const;

/**
 * Loads the demo library, once in a database's life: that it was loaded is marked in the database, so what an editor changed or deleted
 * stays so. It is saved and published as an editor would. A load that was cut short leaves no mark and is made again from the start of
 * what is missing.
 */
export async function loadDemoLibrary(strapi: Strapi): Promise<void> {
  if (!env().DEMO_LIBRARY || (await strapi.store(MARK).get({}))) return;
  const folder = path.join(strapi.dirs.app.root, 'seed');
  const library = readDemoLibrary(folder);
  const total = library.articles.length;
  report({ event: 'demo-library', done: 0, of: total });

  const sources = await saveAll(strapi, 'api::source.source', 'citationKey', library.sources);
  const categories = await saveAll(strapi, 'api::category.category', 'slug', library.categories);
  const contributors = await saveAll(strapi, 'api::contributor.contributor', 'slug', library.contributors);
  const glossary = library.glossary.map(({ alsoKnownAs, ...term }) => ({ ...term, alsoKnownAs: alsoKnownAs.join('\n') }));
  await saveAll(strapi, 'api::glossary-term.glossary-term', 'slug', glossary);

  const workshop = await mkdtemp(path.join(tmpdir(), 'demo-library-'));
  try {
    const articles: Ids = new Map();
    for (const article of library.articles) {
      articles.set(
        article.slug,
        await saveArticle(strapi, library, article, { sources, categories, contributors, folder, workshop }),
      );
    }
    // Together, because they lead to each other.
    await together(strapi, async () => {
      for (const [done, article] of library.articles.entries()) {
        await publishArticle(strapi, library, article, articles);
        report({ event: 'demo-library', done: done + 1, of: total });
      }
    });
    await saveClinic(strapi, library, articles);
  } finally {
    await rm(workshop, { recursive: true });
  }
  await strapi.store(MARK).set({ value: { loadedAt: new Date().toISOString() } });
}

async function existing(strapi: Strapi, uid: UID.ContentType, where: Record<string, unknown>): Promise<string | null> {
  const row = (await strapi.db.query(uid).findOne({ where, select: ['documentId'] })) as { documentId: string } | null;
  return row?.documentId ?? null;
}

async function saveAll<T extends Record<string, unknown>>(
  strapi: Strapi,
  uid: UID.ContentType,
  key: keyof T & string,
  entries: T[],
): Promise<Ids> {
  const ids: Ids = new Map();
  for (const entry of entries) {
    const known = await existing(strapi, uid, { [key]: entry[key] });
    const id = known ?? (await strapi.documents(uid).create({ data: entry as never })).documentId;
    ids.set(String(entry[key]), id);
  }
  return ids;
}

interface Shelf {
  sources: Ids;
  categories: Ids;
  contributors: Ids;
  folder: string;
  workshop: string;
}

function idOf(ids: Ids, key: string, what: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The demo library has no ${what} ${key}.`);
  return id;
}

async function saveArticle(strapi: Strapi, library: DemoLibrary, article: SeedArticle, shelf: Shelf): Promise<string> {
  const known = await existing(strapi, 'api::article.article', { slug: article.slug });
  if (known !== null) return known;
  const { category, author, reviewer, sources, keyTakeaways, body, ...fields } = article;
  const palette = library.categories.find(({ slug }) => slug === category)?.palette ?? 'fern';
  const data = {
    ...fields,
    // Links need every article to exist first; publishing sets them.
    related: [],
    keyTakeaways: keyTakeaways.map((text) => ({ text })),
    category: idOf(shelf.categories, category, 'category'),
    author: idOf(shelf.contributors, author, 'contributor'),
    reviewer: idOf(shelf.contributors, reviewer, 'contributor'),
    sources: sources.map((key) => idOf(shelf.sources, key, 'source')),
    cover: await uploadCover(strapi, article.slug, palette, shelf.workshop),
    coverDecorative: true,
    body: await Promise.all(body.map((block) => withFigure(strapi, block, shelf))),
  };
  return (await strapi.documents('api::article.article').create({ data: data as never })).documentId;
}

async function publishArticle(
  strapi: Strapi,
  { contributors }: DemoLibrary,
  { slug, related, reviewer }: SeedArticle,
  articles: Ids,
): Promise<void> {
  const documentId = idOf(articles, slug, 'article');
  const documents = strapi.documents('api::article.article');
  const links = related.flatMap((target) => articles.get(target) ?? []);
  await documents.update({ documentId, data: { related: links } as never });
  const name = contributors.find((contributor) => contributor.slug === reviewer)?.name ?? '';
  await keepDemoReview(strapi, documentId, name);
  await documents.publish({ documentId });
}

async function saveClinic(strapi: Strapi, { clinic }: DemoLibrary, articles: Ids): Promise<void> {
  if ((await existing(strapi, 'api::clinic.clinic', {})) !== null) return;
  const { address, featuredArticles, ...fields } = clinic;
  const data = {
    ...fields,
    address: address.join('\n'),
    featuredArticles: featuredArticles.flatMap((slug) => articles.get(slug) ?? []),
  };
  await strapi.documents('api::clinic.clinic').create({ data: data as never, status: 'published' });
}

async function withFigure(strapi: Strapi, block: SeedBlock, { folder, workshop }: Shelf): Promise<Record<string, unknown>> {
  if (block.__component !== 'body.figure') return block;
  const { file, ...rest } = block;
  const name = String(file);
  const copy = path.join(workshop, name);
  await copyFile(path.join(folder, 'figures', name), copy);
  return { ...rest, image: await upload(strapi, copy, name, 'image/png') };
}

async function uploadCover(strapi: Strapi, slug: string, palette: string, workshop: string): Promise<number> {
  const { data, mime } = await renderCover({ slug, palette: palette as never });
  const name = `${slug}.webp`;
  const file = path.join(workshop, name);
  await writeFile(file, data);
  return upload(strapi, file, name, mime);
}

async function upload(strapi: Strapi, filepath: string, name: string, mimetype: string): Promise<number> {
  const { size } = await stat(filepath);
  const service = strapi
    .plugin('upload')
    .service<{ upload: (input: { data: unknown; files: unknown }) => Promise<{ id: number }[]> }>('upload');
  const [file] = await service.upload({
    data: { fileInfo: { name, alternativeText: '' } },
    files: { filepath, originalFilename: name, mimetype, size },
  });
  if (!file) throw new Error(`${name} could not be stored in the media library.`);
  return file.id;
}
