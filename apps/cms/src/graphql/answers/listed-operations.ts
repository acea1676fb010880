import { readFileSync } from 'node:fs';

interface Manifest {
  operations: { id: string; body: string }[];
}

/** The documents of the allow-list by their identifier: every operation of the site and of the documented examples, known word for word. */
export function listedOperations(): ReadonlyMap<string, string> {
  const text = readFileSync(require.resolve('@clinic/types/persisted-operations.json'), 'utf8');
  const { operations } = JSON.parse(text) as Manifest;
  return new Map(operations.map(({ id, body }) => [id, body]));
}
