import { orUnavailable } from './content-response.server.ts';
import { redirectWithin } from './redirect.ts';
import { invariantResponse } from './responses.ts';

import { env } from '#app/config/env.server.ts';
import { findRedirect } from '#app/content/redirects.server.ts';

/**
 * What stands at a path; if nothing does, the visitor is led to where it moved, or told that it is gone, or that it never was.
 * @throws {Response} with status 301, 410 or 404
 */
export async function orMoved<T>(found: T | null | undefined, path: string): Promise<T> {
  if (found !== null && found !== undefined) return found;
  const redirect = await orUnavailable(findRedirect(path));
  if (redirect?.to) redirectWithin(redirect.to, env.siteUrl, 301);
  invariantResponse(redirect === null, 'What stood there was withdrawn', { status: 410 });
  invariantResponse(false, 'Nothing has that address');
  // Not reached: the line above ends the loader.
  return found as never;
}
