const LAST_POSSIBLE = 9999;

/** The `page` parameter of an address: 1 if it is missing, null if it is no page number (then the page does not exist). */
export function pageParam(url: string): number | null {
  const text = new URL(url).searchParams.get('page');
  if (text === null) return 1;
  if (!/^[1-9]\d{0,3}$/.test(text)) return null;
  const page = Number(text);
  return page <= LAST_POSSIBLE ? page : null;
}
