/** A problem with one field of a document: where, and what to do about it in plain words. */
export interface Problem {
  path: (string | number)[];
  message: string;
}
