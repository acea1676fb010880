/**
 * Words that say somebody may be in danger, as normalized text has them. What stands here is looked for as whole words; `*` stands for any
 * ending. Better to show help once too often than once too seldom.
 */
const signs = [
  'suicid*',
  'unalive',
  'kms',
  'kill* myself',
  'kill* me',
  'end* my life',
  'end* it all',
  'tak* my life',
  'tak* my own life',
  'want* to die',
  'wanna die',
  'wish i was dead',
  'wish i were dead',
  'better off dead',
  'no reason to live',
  'dont want to live',
  'dont want to be alive',
  'dont want to be here',
  'not want to live',
  'not want to be alive',
  'tired of living',
  'cant go on',
  'self harm*',
  'selfharm*',
  'self injur*',
  'cut* myself',
  'hurt* myself',
  'harm* myself',
  'overdos*',
  'took too many pills',
  'kill* someone',
  'hurt* someone',
  'crisis',
  'emergency',
  'lifeline',
  'hotline',
  'helpline',
  '988',
  '911',
  'suicidio',
  'suicidarme',
  'matarme',
  'quiero morir',
  'no quiero vivir',
].map((sign) => new RegExp(`(?:^| )${sign.replaceAll('*', String.raw`\p{L}*`)}(?: |$)`, 'u'));

/** Long enough that one or two wrong letters do not make another word of them. */
const oftenMisspelled = ['suicide', 'suicidal'];

/** Whether a search looks as if the person needs help now rather than something to read. */
export function soundsLikeCrisis(search: string): boolean {
  const text = normalize(search);
  return signs.some((sign) => sign.test(text)) || text.split(' ').some(isMisspelled);
}

function normalize(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function isMisspelled(word: string): boolean {
  return oftenMisspelled.some(
    (right) => word.startsWith('su') && Math.abs(word.length - right.length) <= 2 && distance(word, right) <= 2,
  );
}

/** How many letters have to be put in, left out or changed to make one word of another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
