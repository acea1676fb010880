import { readdirSync } from 'node:fs';
import path from 'node:path';

import { getMimeType } from 'hono/utils/mime';

import { acceptedEncoding, type Encoding } from '../encoding.ts';
import { isRead, type Handler } from '../handler.ts';
import { refuse } from '../refusal/refuse.ts';
import { splitTarget } from '../target.ts';

import { sendFile } from './send-file.ts';

import { cacheHeaders } from '#app/http/responses.ts';

/** Files whose names change with their content. */
const HASHED = 'assets/';
const SUFFIX: Record<Encoding, string> = { br: '.br', gzip: '.gz' };

/**
 * Serves the browser's files from the build, and those with hashed names from where they are kept longer than one build. They are listed
 * once: an address is looked up among known names, never on the disk.
 * Where the build left a compressed copy beside a file, whoever can take it gets that.
 */
export function staticFiles(root: string, kept: string): Handler {
  const known = new Set([...namesIn(root), ...namesIn(kept)]);
  return async (request, response) => {
    const file = splitTarget(request.url ?? '/').path.slice(1);
    if (!isRead(request)) return false;
    const served =
      known.has(file) &&
      (await sendFile(request, response, {
        root: file.startsWith(HASHED) ? kept : root,
        ...variant(file, known, request.headers['accept-encoding']),
      }));
    if (served) return true;
    // A whole error page would not help a page of a build long gone.
    if (!file.startsWith(HASHED)) return false;
    refuse(request, response, { status: 404 });
    return true;
  };
}

function variant(
  file: string,
  known: ReadonlySet<string>,
  accepted: string | undefined,
): { file: string; headers: Record<string, string> } {
  const headers = {
    ...cacheHeaders(file.startsWith(HASHED) ? 'immutable' : 'feed'),
    'Content-Type': getMimeType(file) ?? 'application/octet-stream',
  };
  if (!known.has(file + SUFFIX.br)) return { file, headers };
  const encoding = acceptedEncoding(accepted);
  return {
    file: encoding ? file + SUFFIX[encoding] : file,
    headers: { ...headers, Vary: 'Accept-Encoding', ...(encoding && { 'Content-Encoding': encoding }) },
  };
}

function namesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => !/(?:^|\/)\./.test(name));
}
