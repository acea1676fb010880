import { useRouteLoaderData } from '@remix-run/react';

import type { ChromeView } from '#app/models/clinic.ts';
import { toChrome } from '#app/models/clinic.ts';
import type { Frame } from '#app/models/frame.ts';

/** What stands around every page. Works on error pages too, even where the root's own loader failed. */
export function useChrome(): ChromeView {
  const frame = useRouteLoaderData<Frame>('root');
  // A draft of the clinic's facts is looked at with its own header and footer.
  const preview = useRouteLoaderData<{ chrome?: ChromeView | null }>('routes/preview.$token');
  return preview?.chrome ?? frame?.chrome ?? toChrome(null);
}
