import { splitTarget } from '../target.ts';

interface Pattern {
  segments: string[];
  parameters: readonly string[];
}

/** Longer values name nothing that exists. */
const MAX_LENGTH = 200;

/**
 * Reads which kept page a target asks for. One page has one key however it is spelled: the path encoded one way, the parameters that it
 * reads in one order, each once, nothing else. The key is itself a target. Null for what is not kept.
 */
export function pageKeys(pages: Readonly<Record<string, readonly string[]>>): (target: string) => string | null {
  const patterns = Object.entries(pages).map(([path, parameters]): Pattern => ({
    segments: path.slice(1).split('/'),
    parameters,
  }));
  return (target) => {
    const { path, query } = splitTarget(target);
    const segments = segmentsOf(path);
    const pattern = segments && patterns.find((candidate) => fits(candidate.segments, segments));
    if (!pattern) return null;
    const key = `/${segments.map((segment) => encodeURIComponent(segment)).join('/')}${withParameters(query, pattern.parameters)}`;
    return key.length <= MAX_LENGTH ? key : null;
  };
}

function segmentsOf(path: string): string[] | null {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length && pattern.every((part, i) => part === segments[i] || (part === ':' && segments[i] !== ''))
  );
}

function withParameters(query: string, parameters: readonly string[]): string {
  if (query === '' || parameters.length === 0) return '';
  const given = new URLSearchParams(query);
  const read = new URLSearchParams();
  for (const name of parameters) {
    const value = given.get(name);
    if (value !== null) read.set(name, value);
  }
  return read.size === 0 ? '' : `?${read.toString()}`;
}
