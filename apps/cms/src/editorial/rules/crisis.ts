import { blocksOf, type Fields } from './fields';
import type { Problem } from './problem';
import { passagesOf } from './text';

const DANGER =
  /\bsuicid|\bself-?(?:harm|injur)|\b(?:harm|hurt|kill|cut)(?:s|t?ing)? (?:your|my|him|her|them)sel(?:f|ves)\b|\b(?:end|tak)(?:e|ing)? (?:your|my|his|her|their) (?:own )?li(?:fe|ves)\b/i;

/** A text that speaks of suicide or self-harm also says whom to call. */
export function crisisProblems(article: Fields): Problem[] {
  const hasCrisisBlock = blocksOf(article).some(
    ({ block }) => block.__component === 'body.care-card' && block['urgency'] === 'emergency',
  );
  if (hasCrisisBlock || !passagesOf(article).some(({ words }) => DANGER.test(words))) return [];
  return [
    {
      path: ['body'],
      message: 'The text speaks of suicide or self-harm. Add a care card with the urgency “emergency” that says whom to call.',
    },
  ];
}
