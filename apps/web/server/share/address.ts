/** A picture for sharing that may be asked for. */
export interface ShareAddress {
  /** Null for the site's own. */
  slug: string | null;
  hash: string;
}

const ADDRESS = /^\/share\/(?:site|articles\/(?<slug>[\w-]{1,200}))-(?<hash>[\da-f]{16})\.png$/;

/** What a path under `/share/` asks for, or null if there can be no such picture. */
export function parseSharePath(path: string): ShareAddress | null {
  const { slug = null, hash } = ADDRESS.exec(path)?.groups ?? {};
  return hash === undefined ? null : { slug, hash };
}
