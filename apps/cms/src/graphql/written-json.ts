/** A part of an answer that is JSON already. */
export class WrittenJson {
  constructor(readonly text: string) {}

  /** For whoever does not know of this. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** An answer as JSON; the parts that were written before are passed on as they are. */
export function toJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (value instanceof WrittenJson) return value.text;
  if (Array.isArray(value)) return `[${value.map(toJson).join()}]`;
  let text = '';
  for (const name in value) {
    const inner = (value as Record<string, unknown>)[name];
    // Names of an answer are names of GraphQL, which have nothing to escape.
    if (inner !== undefined) text += `${text === '' ? '' : ','}"${name}":${toJson(inner)}`;
  }
  return `{${text}}`;
}
