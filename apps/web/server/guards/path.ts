import { splitTarget } from '../target.ts';

import type { Guard } from './guard.ts';

/** What the path of no address holds: anything but printable ASCII, a fragment, a backslash, an empty segment. */
const UNUSUAL = /[^\x21-\x7e]|[#\\]|\/\//;
/** The same, once decoded: a slash that was not one, a control character. */
const HIDDEN = /[/\\\p{Cc}]/u;

/** Addresses that can be read in two ways are not read at all: hidden slashes, dots and control characters, broken encoding. */
export const checkPath: Guard = ({ target }) => {
  const { path, query } = splitTarget(target);
  if (!path.startsWith('/') || UNUSUAL.test(path) || !path.split('/').every(isPlain)) return { status: 400 };
  // Remix answers `?_data=` without its own check of the Origin, and with single fetch nothing asks for it.
  return new URLSearchParams(query).has('_data') ? { status: 404 } : null;
};

function isPlain(segment: string): boolean {
  try {
    const decoded = decodeURIComponent(segment);
    return decoded !== '.' && decoded !== '..' && !HIDDEN.test(decoded);
  } catch {
    return false;
  }
}
