import type { Core } from '@strapi/strapi';

import { announceChanges } from '../changes/announce';
import { addressOf } from '../contract/addresses';
import type { Problem } from '../editorial/rules/problem';

import type { Ref } from './kinds';
import { dependencyProblem } from './protection';
import { referring } from './reference-table';
import { refusal } from './refusal';
import { Settlement } from './settlement';
import { inTurn, type Transaction } from './turn';

const FILE = 'plugin::upload.file';
const FOLDER = 'plugin::upload.folder';

interface StoredFile {
  id: number;
  documentId: string;
  name: string;
  hash: string;
  ext?: string | null;
}

type Ids = (number | string)[] | undefined;

interface UploadServices {
  upload: { remove: (file: StoredFile) => Promise<unknown> };
  file: { deleteByIds: (ids?: Ids) => Promise<unknown> };
  folder: { deleteByIds: (ids?: Ids) => Promise<unknown> };
}

/**
 * Brings the media library under the same rules, which writes past the document service: a file that published pages show cannot be
 * deleted, and a change to one is a change to the pages that show it.
 */
export function guardMedia(strapi: Core.Strapi): void {
  protectFiles(strapi);
  strapi.db.lifecycles.subscribe({
    models: [FILE],
    beforeCreate({ params }) {
      // An upload may ask to be attached to any entry, published ones included, past every rule.
      delete (params.data as { related?: unknown }).related;
    },
    async afterUpdate({ result }) {
      const file: Ref = { type: 'media', documentId: (result as StoredFile).documentId };
      await inTurn(strapi, async ({ trx, onCommit }) => {
        const settlement = new Settlement(strapi, trx);
        await settlement.settle([file], true);
        await settlement.touch(await referring(trx, file, []));
        if (settlement.feed.hasWritten) await announceChanges(strapi, trx, onCommit);
      });
    },
  });
}

function protectFiles(strapi: Core.Strapi): void {
  const service = <Name extends keyof UploadServices>(name: Name) => strapi.plugin('upload').service<UploadServices[Name]>(name);
  const upload = service('upload');
  const remove = upload.remove.bind(upload);
  upload.remove = (file) =>
    ifUnused(
      strapi,
      () => Promise.resolve([file]),
      () => remove(file),
    );

  const file = service('file');
  const deleteFiles = file.deleteByIds.bind(file);
  file.deleteByIds = (ids) =>
    ifUnused(
      strapi,
      () => filesWith(strapi, { id: { $in: ids ?? [] } }),
      () => deleteFiles(ids),
    );

  const folder = service('folder');
  const deleteFolders = folder.deleteByIds.bind(folder);
  folder.deleteByIds = (ids) =>
    ifUnused(
      strapi,
      () => filesBelow(strapi, ids ?? []),
      () => deleteFolders(ids),
    );
}

/** Deletes files, all or none. @throws a refusal naming the published pages that show one of them */
async function ifUnused<T>(strapi: Core.Strapi, find: () => Promise<StoredFile[]>, remove: () => Promise<T>): Promise<T> {
  return inTurn(strapi, async ({ trx }) => {
    const files = await find();
    const problems: Problem[] = [];
    for (const file of files) problems.push(...(await problemsOf(trx, file)));
    if (problems.length > 0) throw refusal(problems);
    return remove();
  });
}

async function problemsOf(trx: Transaction, { documentId, name, hash, ext }: StoredFile): Promise<Problem[]> {
  const pages = await referring(trx, { type: 'media', documentId }, [addressOf('media', `${hash}${ext ?? ''}`)]);
  return pages.length === 0 ? [] : [await dependencyProblem(trx, `“${name}”`, pages)];
}

async function filesWith(strapi: Core.Strapi, where: Record<string, unknown>): Promise<StoredFile[]> {
  return (await strapi.db.query(FILE).findMany({ where })) as StoredFile[];
}

async function filesBelow(strapi: Core.Strapi, ids: (number | string)[]): Promise<StoredFile[]> {
  const folders = (await strapi.db.query(FOLDER).findMany({ where: { id: { $in: ids } } })) as { path: string }[];
  if (folders.length === 0) return [];
  return filesWith(strapi, {
    $or: folders.flatMap(({ path }) => [{ folderPath: path }, { folderPath: { $startsWith: `${path}/` } }]),
  });
}
