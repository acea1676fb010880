/** Everything that may stand before a DOI where people copy one. */
const BEFORE = /^(?:doi\s*:\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)+/i;
const DOI = /^10\.\d{4,9}\/\S+$/;

/** A DOI without what people copy along with it, or null if this is none. */
export function doiIn(text: string): string | null {
  const bare = text
    .trim()
    .replace(BEFORE, '')
    .replace(/[.,;]+$/, '');
  const doi = /^10\.\d{4,9}%2f/i.test(bare) ? decoded(bare) : bare;
  return DOI.test(doi) && doi.length <= 200 ? doi : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
