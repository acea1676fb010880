import { mediaUrl } from '../contract/image';

/** A file of the media library as the contract tells of it. */
type MediaFile = Record<string, unknown>;

interface StoredFile {
  documentId: string;
  url: string;
  width: number | null;
  height: number | null;
}

/** Files by documentId, in the order given; null for those that are not there. */
export async function filesById(ids: readonly string[]): Promise<(MediaFile | null)[]> {
  const rows = (await strapi.db.query('plugin::upload.file').findMany({ where: { documentId: { $in: ids } } })) as StoredFile[];
  const byId = new Map(
    rows.map(({ documentId, url, width, height }) => [documentId, { documentId, url: mediaUrl(url), width, height }]),
  );
  return ids.map((id) => byId.get(id) ?? null);
}
