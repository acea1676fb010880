import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import * as v from 'valibot';
import { parse } from 'yaml';

import { articleBlocks, type SeedBlock } from './article-blocks';
import { BlockWriter, type Block } from './blocks';
import { parseMarkdown } from './markdown';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const optionalWords = v.optional(v.nullable(words), null);

const sourceSchema = v.strictObject({
  authors: words,
  title: words,
  journal: optionalWords,
  year: v.pipe(v.number(), v.integer()),
  volume: optionalWords,
  issue: optionalWords,
  pages: optionalWords,
  doi: optionalWords,
  pmid: optionalWords,
  url: optionalWords,
  studyDesign: words,
  sampleSize: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null),
  note: optionalWords,
  toVerify: v.optional(v.boolean(), false),
});

const categorySchema = v.strictObject({ slug: words, name: words, description: words, order: v.number(), palette: words });

const contributorSchema = v.strictObject({
  slug: words,
  name: words,
  role: words,
  credentials: optionalWords,
  bio: words,
  demo: v.boolean(),
});

const glossarySchema = v.strictObject({ slug: words, term: words, alsoKnownAs: v.array(words), definition: words });

const clinicSchema = v.strictObject({
  name: words,
  tagline: words,
  banner: optionalWords,
  homeHeading: words,
  homeIntro: words,
  featuredArticles: v.pipe(v.array(words), v.maxLength(3)),
  address: v.array(words),
  phone: words,
  fax: optionalWords,
  email: words,
  timeZone: words,
  hours: v.pipe(v.array(v.strictObject({ weekday: words, opens: optionalWords, closes: optionalWords })), v.length(7)),
  hoursNote: optionalWords,
  closures: v.array(v.strictObject({ from: words, to: words, reason: words })),
  services: v.array(v.strictObject({ name: words, description: words })),
  crisisContacts: v.array(
    v.strictObject({ label: words, detail: words, call: optionalWords, sms: optionalWords, url: optionalWords }),
  ),
  disclaimer: words,
  editorialPolicy: words,
  privacyPolicy: words,
  bookingText: words,
});

const frontMatterSchema = v.strictObject({
  title: words,
  category: words,
  evidence: words,
  evidenceNote: optionalWords,
  summary: words,
  shortAnswer: words,
  keyTakeaways: v.pipe(v.array(words), v.minLength(3), v.maxLength(5)),
  contentNote: optionalWords,
  author: words,
  reviewer: words,
  related: v.array(words),
  sources: v.pipe(v.array(words), v.minLength(1)),
  seo: v.strictObject({ title: words, description: words }),
});

type SeedSource = v.InferOutput<typeof sourceSchema> & { citationKey: string };
type SeedCategory = v.InferOutput<typeof categorySchema>;
type SeedContributor = Omit<v.InferOutput<typeof contributorSchema>, 'bio'> & { bio: Block[] };
type SeedGlossaryTerm = v.InferOutput<typeof glossarySchema>;
type Texts = 'editorialPolicy' | 'privacyPolicy' | 'bookingText';
type SeedClinic = Omit<v.InferOutput<typeof clinicSchema>, Texts> & Record<Texts, Block[]>;
export type SeedArticle = v.InferOutput<typeof frontMatterSchema> & { slug: string; body: SeedBlock[] };

/** The demo library, read from its text files and checked. */
export interface DemoLibrary {
  sources: SeedSource[];
  categories: SeedCategory[];
  contributors: SeedContributor[];
  glossary: SeedGlossaryTerm[];
  clinic: SeedClinic;
  articles: SeedArticle[];
}

/** The order in which the articles are published: the last is the newest, and so first in the listing. */
const PUBLISHED_LAST = 'ketamine-with-therapy-or-infusions-alone';

/**
 * Reads the demo library.
 * @param folder the folder that holds `articles/`, `sources.yaml` …
 * @throws {Error} naming the file and what is wrong with it
 */
export function readDemoLibrary(folder: string): DemoLibrary {
  const yaml = <S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S> =>
    inFile(name, () => v.parse(schema, parse(readFileSync(path.join(folder, name), 'utf8'))));

  const sources = Object.entries(yaml('sources.yaml', v.record(words, sourceSchema))).map(([citationKey, source]) => ({
    citationKey,
    ...source,
  }));
  const byKey = new Map(sources.map((source) => [source.citationKey, source]));
  const write = new BlockWriter((url) => {
    const key = /^\/sources\/(.+)$/.exec(url)?.[1];
    if (key === undefined) return url;
    const source = byKey.get(key);
    if (!source) throw new Error(`There is no source ${key}.`);
    return source.doi === null ? url : `https://doi.org/${source.doi}`;
  });
  const richText = (markdown: string) => write.blocks(parseMarkdown(markdown).children);

  const clinic = yaml('clinic.yaml', clinicSchema);
  const files = readdirSync(path.join(folder, 'articles')).filter((name) => name.endsWith('.md'));
  const articles = files.map((name) =>
    inFile(name, () => readArticle(name.slice(0, -3), readFileSync(path.join(folder, 'articles', name), 'utf8'), write)),
  );
  return {
    sources,
    categories: yaml('categories.yaml', v.array(categorySchema)),
    contributors: yaml('contributors.yaml', v.array(contributorSchema)).map((person) => ({
      ...person,
      bio: richText(person.bio),
    })),
    glossary: yaml('glossary.yaml', v.array(glossarySchema)),
    clinic: {
      ...clinic,
      editorialPolicy: richText(clinic.editorialPolicy),
      privacyPolicy: richText(clinic.privacyPolicy),
      bookingText: richText(clinic.bookingText),
    },
    articles: articles.sort(
      (a, b) => Number(a.slug === PUBLISHED_LAST) - Number(b.slug === PUBLISHED_LAST) || a.slug.localeCompare(b.slug),
    ),
  };
}

function readArticle(slug: string, text: string, write: BlockWriter): SeedArticle {
  const [front, ...body] = parseMarkdown(text).children;
  if (front?.type !== 'yaml') throw new Error('The front matter is missing.');
  return { slug, ...v.parse(frontMatterSchema, parse(front.value)), body: articleBlocks(body, write) };
}

function inFile<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const issue = v.isValiError(error)
      ? `${v.getDotPath(error.issues[0]) ?? ''}: ${error.issues[0].message}`
      : (error as Error).message;
    throw new Error(`${name}: ${issue}`, { cause: error });
  }
}
