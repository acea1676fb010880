import type { StoredBlock } from '../contract/body';
import { richTextsIn } from '../editorial/rules/fields';
import { targetsOf } from '../editorial/rules/links';

import type { Kind } from './kinds';

/** Something that a public document refers to: another document, an address of the site (`path`) or a cited work (`work`). */
export interface Reference {
  type: Kind | 'path' | 'work';
  target: string;
}

interface Linked {
  documentId: string;
}

/** A stored document, populated as `readPublic` does it. */
export type PublicRow = Record<string, unknown> & { id: number; documentId: string };

function toDocuments(type: Kind, value: unknown): Reference[] {
  return [value].flat().flatMap((linked) => {
    const documentId = typeof linked === 'string' ? linked : (linked as Linked | null | undefined)?.documentId;
    return documentId === undefined ? [] : [{ type, target: documentId }];
  });
}

function ownReferences(type: Kind, row: PublicRow): Reference[] {
  switch (type) {
    case 'article': {
      const figures = ((row['body'] ?? []) as StoredBlock[]).map((block) =>
        block.__component === 'body.figure' ? (block.image as unknown) : null,
      );
      const { shareImage } = (row['seo'] ?? {}) as { shareImage?: unknown };
      return [
        ...toDocuments('category', row['category']),
        ...toDocuments('contributor', [row['author'], row['reviewer']]),
        ...toDocuments('source', row['sources']),
        ...toDocuments('media', [row['cover'], shareImage, ...figures]),
        ...toDocuments('article', row['relatedIds']),
      ];
    }
    case 'clinic':
      return toDocuments('article', row['featuredIds']);
    case 'contributor':
      return toDocuments('media', row['portrait']);
    default:
      return [];
  }
}

/** Everything that a public document refers to, each once. */
export function referencesOf(type: Kind, uid: string, row: PublicRow, siteOrigin: string): Reference[] {
  const { paths, works } = richTextsIn(uid, row).length > 0 ? targetsOf(uid, row, siteOrigin) : { paths: [], works: [] };
  const all = [
    ...ownReferences(type, row),
    ...paths.map((target): Reference => ({ type: 'path', target })),
    ...(type === 'article' ? works.map((target): Reference => ({ type: 'work', target })) : []),
  ];
  return [...new Map(all.map((reference) => [`${reference.type} ${reference.target}`, reference])).values()];
}
