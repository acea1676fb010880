import { fileRefusals } from '../files/refusals.ts';
import { sendFile } from '../files/send-file.ts';
import type { Refusal } from '../guards/guard.ts';
import { isRead, type Handler } from '../handler.ts';
import { refuse } from '../refusal/refuse.ts';
import { splitTarget } from '../target.ts';

import { parseSharePath } from './address.ts';
import type { ShareImages } from './share-images.ts';

import { articleShareImagePath, siteShareImagePath } from '#app/config/paths.ts';
import { cacheHeaders } from '#app/http/responses.ts';

/** Answers everything under `/share/`: the pictures that stand for pages where somebody shares them. */
export function share(images: ShareImages): Handler {
  return async (request, response) => {
    const { path } = splitTarget(request.url ?? '/');
    if (!path.startsWith('/share/')) return false;
    const refusal = isRead(request) ? await serve() : fileRefusals.readOnly;
    if (refusal) refuse(request, response, refusal);
    return true;

    async function serve(): Promise<Refusal | null> {
      const address = parseSharePath(path);
      if (!address) return fileRefusals.missing;
      const found = await images.find(address);
      switch (found.found) {
        case 'nothing':
          return fileRefusals.missing;
        case 'unavailable':
          return fileRefusals.unavailable;
        case 'changed': {
          // A link that was shared before its page changed keeps a picture.
          const { slug } = address;
          const { hash } = found;
          const Location = slug === null ? siteShareImagePath({ hash }) : articleShareImagePath({ slug, hash });
          response.writeHead(302, { ...cacheHeaders('page'), Location, 'Content-Length': 0 }).end();
          return null;
        }
        case 'file': {
          const served = await sendFile(request, response, { root: images.folder, file: found.file, headers });
          return served ? null : fileRefusals.unavailable;
        }
      }
    }
  };
}

const headers = {
  ...cacheHeaders('immutable'),
  'Content-Type': 'image/png',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  // Made to be shown elsewhere.
  'Cross-Origin-Resource-Policy': 'cross-origin',
};
