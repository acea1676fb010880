import { statSync } from 'node:fs';
import path from 'node:path';

import type { Env } from '../../../apps/cms/src/env.ts';

import { withPostgres } from './postgres.ts';

/** What of the CMS's settings says where its data are. */
export type Place = Pick<Env, 'DATABASE_URL' | 'CMS_DATA_DIR'>;

/** The file that holds the embedded database. */
export const sqliteFile = ({ CMS_DATA_DIR }: Pick<Place, 'CMS_DATA_DIR'>) => path.join(CMS_DATA_DIR, 'content.db');

/** Whether there is a database that has been used. */
export async function databaseIsUsed(place: Place): Promise<boolean> {
  if (place.DATABASE_URL === undefined) return (statSync(sqliteFile(place), { throwIfNoEntry: false })?.size ?? 0) > 0;
  return withPostgres(place.DATABASE_URL, async (query) => {
    const [row] = await query<{ used: boolean }>("SELECT to_regclass('strapi_core_store_settings') IS NOT NULL AS used");
    return row?.used === true;
  });
}
