import type { Core } from '@strapi/strapi';

import type { Problem } from '../editorial/rules/problem';

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

interface Sign {
  field: 'doi' | 'pmid' | 'citationKey';
  words: string;
  value: string | undefined;
  where: object;
}

/** By what two sources are told to be the same work. Letters of a DOI count the same, large or small. */
const signsOf = ({ doi, pmid }: SourceFields, key?: string): Sign[] => [
  { field: 'doi', words: 'the same DOI', value: doi, where: { doi: { $eqi: doi } } },
  { field: 'pmid', words: 'the same PubMed number', value: pmid, where: { pmid } },
  { field: 'citationKey', words: 'the same citation key', value: key, where: { citationKey: { $eqi: key } } },
];

async function knownBy(strapi: Core.Strapi, { words, value, where }: Sign, except: string | null): Promise<Known | null> {
  if (value === undefined || value === '') return null;
  const row = (await strapi.db
    .query(SOURCE)
    .findOne({ where: { $and: [where, { documentId: { $ne: except ?? '' } }] } as never })) as Row | null;
  return (
    row && {
      documentId: row.documentId,
      message: `The library already has a source with ${words}: “${row.title}” (${row.citationKey}).`,
    }
  );
}

/** The source that already stands for this work: the same DOI, PubMed number or citation key. */
export async function knownSource(
  strapi: Core.Strapi,
  fields: SourceFields,
  key: string | undefined,
  except: string | null,
): Promise<Known | null> {
  for (const sign of signsOf(fields, key)) {
    const known = await knownBy(strapi, sign, except);
    if (known) return known;
  }
  return null;
}

/** That a source, as it was just written, stands for a work that another source stands for: a problem at each field that says so. */
export async function sameWork(strapi: Core.Strapi, documentId: string): Promise<Problem[]> {
  const row = (await strapi.db.query(SOURCE).findOne({ where: { documentId }, select: ['doi', 'pmid'] })) as {
    doi: string | null;
    pmid: string | null;
  } | null;
  const problems: Problem[] = [];
  for (const sign of signsOf({ doi: row?.doi ?? '', pmid: row?.pmid ?? '' })) {
    const known = await knownBy(strapi, sign, documentId);
    if (known) problems.push({ path: [sign.field], message: known.message });
  }
  return problems;
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
