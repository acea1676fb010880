/** A link that narrows a list, or widens it again. */
export interface FilterItem {
  name: string;
  /** How many articles it leads to, where that is known. */
  count: number | null;
  /** Null where nothing would be left. */
  href: string | null;
  current: boolean;
}
