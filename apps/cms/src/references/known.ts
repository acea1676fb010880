import type { Core } from '@strapi/strapi';

import type { SourceFields } from './source-fields';

const SOURCE = 'api::source.source';

/** A source of the library that is the same work. */
interface Known {
  documentId: string;
  /** Why it is the same, and how the library calls it. */
  message: string;
}

/** What a pasted reference says, for the form; or the source that is already there. Nothing is saved. */
export interface ReferenceAnswer {
  known: Known | null;
  fields: SourceFields;
  isRetracted: boolean;
}

interface Row {
  documentId: string;
  citationKey: string;
  title: string;
}

/** The source that already stands for this work: the same DOI, PubMed number or citation key. */
export async function knownSource(
  strapi: Core.Strapi,
  { doi, pmid }: SourceFields,
  key: string | undefined,
  except: string | null,
): Promise<Known | null> {
  const signs = [
    { words: 'the same DOI', value: doi, where: { doi: { $eqi: doi } } },
    { words: 'the same PubMed number', value: pmid, where: { pmid } },
    { words: 'the same citation key', value: key, where: { citationKey: { $eqi: key } } },
  ].filter(({ value }) => value !== undefined);
  for (const { words, where } of signs) {
    const row = (await strapi.db
      .query(SOURCE)
      .findOne({ where: { $and: [where, { documentId: { $ne: except ?? '' } }] } as never })) as Row | null;
    if (row)
      return {
        documentId: row.documentId,
        message: `The library already has a source with ${words}: “${row.title}” (${row.citationKey}).`,
      };
  }
  return null;
}

/** A citation key that no source has: as it begins, with a letter after it if need be. */
export async function freeKey(strapi: Core.Strapi, start: string): Promise<string> {
  const rows = (await strapi.db.query(SOURCE).findMany({
    select: ['citationKey'],
    where: { citationKey: { $startsWithi: start } },
  })) as Row[];
  const taken = new Set(rows.map(({ citationKey }) => citationKey.toLowerCase()));
  const endings = ['', ...Array.from({ length: 26 }, (_, place) => String.fromCharCode(97 + place))];
  const ending = endings.find((one) => !taken.has(`${start}${one}`.toLowerCase()));
  return `${start}${ending ?? `-${taken.size + 1}`}`;
}
