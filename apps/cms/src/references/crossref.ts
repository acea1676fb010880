import { errors } from '@strapi/utils';
import * as v from 'valibot';

import { env } from '../env';

import { workShape, type Work } from './work';

const PATIENCE_MS = 8_000;
/** A work with thousands of authors has a description of some hundred kilobytes. */
const MOST_BYTES = 2_000_000;

const OTHERWISE = 'paste the reference as BibTeX or RIS instead.';
const answerShape = v.object({ message: workShape });

/**
 * Asks Crossref for a work by its DOI.
 * @throws a refusal (400) in plain words if Crossref does not know it, does not answer in time, or answers something else
 */
export async function askCrossref(doi: string): Promise<Work> {
  const { CROSSREF_URL, SITE_URL } = env();
  let status: number;
  let body: string | null;
  try {
    const response = await fetch(`${CROSSREF_URL}/works/${encodeURIComponent(doi)}`, {
      headers: { accept: 'application/json', 'user-agent': `EducationLibrary/1.0 (${SITE_URL})` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    ({ status } = response);
    body = await textOf(response);
  } catch {
    throw new errors.ApplicationError(
      `Crossref, which knows what a DOI stands for, could not be reached. Try again later, or ${OTHERWISE}`,
    );
  }
  if (status === 404)
    throw new errors.ValidationError(`Crossref does not know ${doi}. Check it for a typing mistake, or ${OTHERWISE}`);
  const answer = status === 200 && body !== null ? v.safeParse(answerShape, parsed(body)) : null;
  if (!answer?.success)
    throw new errors.ApplicationError(`Crossref did not answer as expected (${status}). Try again later, or ${OTHERWISE}`);
  return { ...answer.output.message, DOI: answer.output.message.DOI ?? doi };
}

/** The body of an answer, or null if it is larger than any description of a work. */
async function textOf(response: Response): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    // Leaving the loop closes the connection.
    if (size > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
