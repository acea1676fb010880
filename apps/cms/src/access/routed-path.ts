/** A path as the router compares it: the case of letters, repeated slashes and a slash at the end make no difference. */
export function asRouted(path: string): string {
  return path
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/(?!^)\/$/, '');
}
