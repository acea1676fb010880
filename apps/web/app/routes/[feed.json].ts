import { feedResponse } from '#app/http/feed-response.server.ts';

/** The newest articles as a JSON Feed. */
export function loader(): Promise<Response> {
  return feedResponse('json');
}
