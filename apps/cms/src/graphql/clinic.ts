import type { Document } from '../contract/documents';
import { DOCUMENTS } from '../database/public-tables';
import { rows, type Reading } from '../database/query';
import { reading } from '../database/reading';

import { noteKinds } from './answers/tags';

/** The published clinic with everything that belongs to it, or null. */
export function findClinic(): Document | null | Promise<Document | null> {
  noteKinds('clinic');
  return reading(strapi, readClinic);
}

function* readClinic(): Reading<Document | null> {
  const [stored] = yield* rows<{ facts: string }>({ sql: `SELECT facts FROM ${DOCUMENTS} WHERE type = 'clinic'`, bindings: [] });
  return stored ? (JSON.parse(stored.facts) as Document) : null;
}

const namesOfRequest = new WeakMap<object, Promise<string | null>>();

/** The clinic's name as published, or null; looked up once for a whole request. */
export function clinicName(context: object): Promise<string | null> {
  const before = namesOfRequest.get(context);
  if (before) return before;
  const name = findName();
  namesOfRequest.set(context, name);
  return name;
}

async function findName(): Promise<string | null> {
  return ((await findClinic())?.['name'] as string | undefined) ?? null;
}
