import type { LoaderFunctionArgs } from '@remix-run/node';

import { previewState } from '#app/content/preview.server.ts';
import { orUnavailable } from '#app/http/content-response.server.ts';
import { cacheHeaders, invariantResponse } from '#app/http/responses.ts';

/** Whether the draft of an open preview was saved again; asked by the preview's own page. */
export async function loader({ params: { token = '' } }: LoaderFunctionArgs) {
  const state = await orUnavailable(previewState(token));
  invariantResponse(state, 'There is no such preview');
  return Response.json(state, { headers: cacheHeaders('never') });
}
