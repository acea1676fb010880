import { feedResponse } from '#app/http/feed-response.server.ts';

/** Where people look for a feed; it is the Atom feed. */
export function loader(): Promise<Response> {
  return feedResponse('atom');
}
