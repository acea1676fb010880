import * as v from 'valibot';

const optionalText = v.optional(v.string());
const name = v.object({
  family: optionalText,
  given: optionalText,
  suffix: optionalText,
  'non-dropping-particle': optionalText,
  'dropping-particle': optionalText,
  // Of bodies, in place of all these.
  literal: optionalText,
  name: optionalText,
});
const number = v.union([v.string(), v.number()]);
/** Crossref gives a list where a reference manager gives one. */
const oneOf = v.optional(
  v.union([
    v.string(),
    v.pipe(
      v.array(v.string()),
      v.transform((all) => all[0]),
    ),
  ]),
);
const date = v.optional(v.object({ 'date-parts': v.optional(v.array(v.array(v.nullable(number)))) }));

/** A work as reference managers (CSL) and Crossref describe it, as far as a source has room for it. */
export const workShape = v.object({
  type: optionalText,
  title: oneOf,
  author: v.optional(v.array(name)),
  editor: v.optional(v.array(name)),
  'container-title': oneOf,
  publisher: optionalText,
  issued: date,
  volume: v.optional(number),
  issue: v.optional(number),
  page: v.optional(number),
  'article-number': v.optional(number),
  DOI: optionalText,
  PMID: v.optional(number),
  URL: optionalText,
  note: optionalText,
  'citation-key': v.optional(number),
  // What a publisher has made known of the work since.
  'updated-by': v.optional(v.array(v.object({ type: optionalText }))),
});

export type Name = v.InferOutput<typeof name>;
export type Work = v.InferOutput<typeof workShape>;
