import type { Manifest } from './manifest.ts';

/** What is in a backup, in one line. */
export function inNumbers({ rows, files }: Manifest): string {
  const count = Object.values(rows).reduce((sum, n) => sum + n, 0);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const uploads = files.filter(({ path }) => path.startsWith('uploads/')).length;
  return `${number(count)} rows in ${number(Object.keys(rows).length)} tables and ${number(uploads)} media files, ${size(bytes)} together.`;
}

const number = (n: number) => n.toLocaleString('en-US');

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
