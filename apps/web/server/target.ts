/** The path and the query of a request target, neither of them decoded; the query without its question mark. */
export function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf('?');
  return mark === -1 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** One page, one address: the target without the slash at the end of its path, or null if there is none. */
export function withoutTrailingSlash(target: string): string | null {
  const { path } = splitTarget(target);
  return path !== '/' && path.endsWith('/') ? path.slice(0, -1) + target.slice(path.length) : null;
}
