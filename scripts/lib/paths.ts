import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of the CMS. */
export const cmsRoot = path.join(root, 'apps/cms');

/** The folder of the site. */
export const siteRoot = path.join(root, 'apps/web');

/** A path as a person would type it: relative to where they are, if it lies inside. */
export function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative || '.';
}
