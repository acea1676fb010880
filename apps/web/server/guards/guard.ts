/** What a guard looks at. Each header is the list of its values, so that one sent twice can be told. */
export interface RequestHead {
  method: string;
  /** Path and query as sent, nothing decoded. */
  target: string;
  headers: NodeJS.Dict<string[]>;
}

/** Where visitors reach this server. */
export interface Reach {
  /** The site's origin. */
  siteUrl: string;
  /** The port this server listens on. */
  port: number;
}

/** A request that is not let in, and the headers that belong to saying so. */
export interface Refusal {
  status: 400 | 403 | 404 | 405 | 413 | 415 | 421 | 500 | 503;
  headers?: Record<string, string>;
}

/** Looks at one thing. @returns why the request goes no further, or null */
export type Guard = (request: RequestHead) => Refusal | null;
