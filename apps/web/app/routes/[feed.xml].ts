import { feedResponse } from '#app/http/feed-response.server.ts';

/** The newest articles as an Atom feed. */
export function loader(): Promise<Response> {
  return feedResponse('atom');
}
