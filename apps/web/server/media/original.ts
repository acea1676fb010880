import { mediaTypeOf } from './address.ts';
import { MediaError } from './media-error.ts';
import { sniff } from './signature.ts';

import { BodyTooLargeError, boundedFetch } from '#app/content/bounded-fetch.server.ts';

const bounds = { timeoutMs: 10_000, maxBytes: 20 * 1024 * 1024 };

/**
 * Fetches an uploaded file from the CMS, and from nowhere else: the name is one of {@link parseMediaPath}'s, redirects are not followed.
 * @throws {MediaError} also if the file is not what its name says
 */
export async function fetchOriginal(file: string, cmsUrl: string): Promise<Buffer> {
  const response = await ask(file, cmsUrl);
  if (response.status >= 400 && response.status < 500)
    throw new MediaError('missing', file, `the CMS answers ${response.status}`);
  if (response.status !== 200) throw new MediaError('unavailable', file, `the CMS answers ${response.status}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (sniff(bytes) !== mediaTypeOf(file)) throw new MediaError('missing', file, 'its content is not what its name says');
  return bytes;
}

async function ask(file: string, cmsUrl: string): Promise<Response> {
  try {
    return await boundedFetch(new URL(`/uploads/${file}`, cmsUrl), {}, bounds);
  } catch (cause) {
    throw new MediaError(cause instanceof BodyTooLargeError ? 'missing' : 'unavailable', file, cause);
  }
}
