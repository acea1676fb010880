import type { Core } from '@strapi/strapi';

const MODEL = 'clinic::preview-link';

/** A link by which somebody without an account may read a draft until it expires or is revoked. */
export interface PreviewLink {
  id: number;
  type: 'article' | 'clinic';
  documentId: string;
  /** For whom it is, in the words of who made it. */
  label: string;
  expiresAt: string;
  revokedAt: string | null;
  createdByName: string;
  createdAt: string;
}

const model = {
  uid: MODEL,
  singularName: 'preview-link',
  tableName: 'preview_links',
  attributes: {
    id: { type: 'increments' },
    type: { type: 'string' },
    documentId: { type: 'string' },
    label: { type: 'string' },
    expiresAt: { type: 'datetime' },
    revokedAt: { type: 'datetime' },
    createdByName: { type: 'string' },
    createdAt: { type: 'datetime' },
  },
  indexes: [{ name: 'preview_links_document_index', columns: ['document_id'] }],
};

/** Gives the links a table. They are records of their own, so that a link can be taken back. */
export function keepPreviewLinks(strapi: Core.Strapi): void {
  strapi.get<{ add: (one: object) => void }>('models').add(model);
}

const links = () => strapi.db.query(MODEL);

/** The links of a document that still open something, the newest first. */
export async function openLinks(type: PreviewLink['type'], documentId: string): Promise<PreviewLink[]> {
  return (await links().findMany({
    where: { type, documentId, revokedAt: null, expiresAt: { $gt: new Date() } } as never,
    orderBy: { id: 'desc' } as never,
  })) as never;
}

export async function findLink(id: number): Promise<PreviewLink | null> {
  return (await links().findOne({ where: { id } as never })) as never;
}

export async function createLink(data: Omit<PreviewLink, 'id' | 'revokedAt' | 'createdAt'>): Promise<PreviewLink> {
  return (await links().create({ data: { ...data, createdAt: new Date() } as never })) as never;
}

export async function revokeLink(id: number): Promise<void> {
  await links().update({ where: { id } as never, data: { revokedAt: new Date() } as never });
}

/** Whether a link still opens its document. */
export function isOpen({ revokedAt, expiresAt }: PreviewLink): boolean {
  return revokedAt === null && new Date(expiresAt).getTime() > Date.now();
}
