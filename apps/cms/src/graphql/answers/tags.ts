import type { Kind } from '../../publishing/kinds';

/** Tags by the request that reads what they stand for. */
const tagsOfRequest = new WeakMap<object, Set<string>>();

/** With more than this a header would become too long: then only the kinds are named, which drops more than it must. */
const MOST_TAGS = 150;

/** Notes that the present request depends on which documents of these kinds there are. */
export function noteKinds(...read: readonly Kind[]): void {
  const tags = tagsOfPresentRequest();
  for (const kind of read) tags?.add(kind);
}

/** Notes that the present request depends on these documents. */
export function noteDocuments(kind: Kind, ids: readonly string[]): void {
  const tags = tagsOfPresentRequest();
  for (const id of ids) tags?.add(`${kind}/${id}`);
}

function tagsOfPresentRequest(): Set<string> | undefined {
  const request = strapi.requestContext.get() as object | undefined;
  if (!request) return undefined;
  const before = tagsOfRequest.get(request);
  if (before) return before;
  const tags = new Set<string>();
  tagsOfRequest.set(request, tags);
  return tags;
}

/**
 * What the present request has read, as the value of a `Surrogate-Key` header: `KIND` where any change of that kind matters, `KIND/DOCUMENT`
 * where one document does. Whoever keeps answers drops both names at every change in the feed.
 */
export function tagsNoted(): string {
  const tags = [...(tagsOfPresentRequest() ?? [])];
  const short = tags.length > MOST_TAGS ? [...new Set(tags.map((tag) => tag.split('/')[0] ?? tag))] : tags;
  return short.sort().join(' ');
}
