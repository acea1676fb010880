import { plugins } from '@citation-js/core';
import { errors } from '@strapi/utils';
import * as v from 'valibot';

import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

import { doiIn } from './doi';
import { workShape, type Work } from './work';

const BIBTEX = /^\s*@[a-z]+\s*[{(]/im;
const RIS = /^\s*TY {2}- ?\S/m;
const PMID_IN_BIBTEX = /^\s*pmid\s*=\s*(?:["{]\s*)?(\d{1,9})\b/im;
const PMID_IN_RIS = /^AN {2}- (\d{1,9})\s*$/m;
const FROM_PUBMED = /pubmed|medline|\bNLM\b/i;

/** What somebody pasted: a work in full, or the DOI by which it can be asked for. */
type Pasted = { doi: string } | { work: Work };

/**
 * Reads one reference: BibTeX, RIS or a DOI.
 * @throws a refusal (400) in plain words if it is none of them, is cut off, or holds several
 */
export function readReference(text: string): Pasted {
  const doi = doiIn(text);
  if (doi !== null) return { doi };
  if (BIBTEX.test(text)) return { work: only(text, '@bibtex/text', PMID_IN_BIBTEX.exec(text)?.[1]) };
  if (RIS.test(text)) return { work: only(text, '@ris/file', FROM_PUBMED.test(text) ? PMID_IN_RIS.exec(text)?.[1] : undefined) };
  throw new errors.ValidationError(
    'This is no reference that can be read. Paste BibTeX (it begins with @), RIS (it begins with TY) or a DOI (10.…).',
  );
}

function only(text: string, forceType: string, pmid: string | undefined): Work {
  let found: unknown;
  try {
    // The kind is given, so that nothing pasted is taken for an address and fetched.
    found = plugins.input.chain(text, { forceType, generateGraph: false });
  } catch {
    found = [];
  }
  const works = v.safeParse(v.array(workShape), found);
  if (!works.success || works.output.length === 0)
    throw new errors.ValidationError(
      'This reference could not be read. See whether it was copied from its beginning to its end.',
    );
  const [work, ...others] = works.output;
  if (!work || others.length > 0)
    throw new errors.ValidationError(`These are ${works.output.length} references. Paste one at a time: each becomes a source.`);
  return pmid === undefined ? work : { PMID: pmid, ...work };
}
