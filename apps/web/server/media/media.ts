import { fileRefusals } from '../files/refusals.ts';
import { sendFile } from '../files/send-file.ts';
import type { Refusal } from '../guards/guard.ts';
import { isRead, type Handler } from '../handler.ts';
import { refuse } from '../refusal/refuse.ts';
import { requestIdOf } from '../request-id.ts';
import { splitTarget } from '../target.ts';

import { mediaTypeOf, parseMediaPath, type MediaAddress } from './address.ts';
import type { MediaLibrary } from './library.ts';
import { MediaError } from './media-error.ts';

import { log } from '#app/http/log.server.ts';
import { cacheHeaders } from '#app/http/responses.ts';

/** Answers everything under `/media/`. What is on disk is served also while the CMS is away. */
export function media(library: MediaLibrary): Handler {
  return async (request, response) => {
    const { path } = splitTarget(request.url ?? '/');
    if (!path.startsWith('/media/')) return false;
    const refusal = isRead(request) ? await serve(path) : fileRefusals.readOnly;
    if (refusal) refuse(request, response, refusal);
    return true;

    async function serve(target: string): Promise<Refusal | null> {
      const address = parseMediaPath(target);
      if (!address) return fileRefusals.missing;
      try {
        const file = await library.obtain(address);
        const served = await sendFile(request, response, { root: library.folder, file, headers: headersOf(address) });
        return served ? null : fileRefusals.unavailable;
      } catch (error) {
        if (!(error instanceof MediaError)) throw error;
        if (error.kind === 'unavailable')
          log.error('media unavailable', { requestId: requestIdOf(response), path: target, cause: error.cause });
        return fileRefusals[error.kind];
      }
    }
  };
}

/** Whatever a file holds, it is shown as what it is called or saved, and never runs. */
function headersOf({ file, version, variant }: MediaAddress): Record<string, string> {
  const type = variant ? `image/${variant.format}` : (mediaTypeOf(file) ?? 'application/octet-stream');
  return {
    // A bare name may stand for another file tomorrow.
    ...cacheHeaders(version === null ? 'page' : 'immutable'),
    'Content-Type': type,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    ...(type === 'application/pdf' && { 'Content-Disposition': `attachment; filename="${file}"` }),
  };
}
