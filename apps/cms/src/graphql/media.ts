import { mediaUrl, type StoredFile } from '../contract/image';

/** A file of the media library as the contract tells of it. */
type MediaFile = Record<string, unknown>;

/** Files by documentId, in the order given; null for those that are not there. */
export async function filesById(ids: readonly string[]): Promise<(MediaFile | null)[]> {
  const rows = (await strapi.db.query('plugin::upload.file').findMany({
    where: { documentId: { $in: ids } },
  })) as (StoredFile & { documentId: string })[];
  const byId = new Map(
    rows.map((row) => [
      row.documentId,
      { documentId: row.documentId, url: mediaUrl(row), width: row.width ?? null, height: row.height ?? null },
    ]),
  );
  return ids.map((id) => byId.get(id) ?? null);
}
