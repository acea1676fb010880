const OPENS_AFTER = /[\s([{\u2013\u2014\u2018\u201c/-]/u;

/**
 * Turns straight quotation marks and apostrophes into typographic ones; everything else stays as it is.
 * `before` is the character in front of the text, where the text goes on from another run.
 */
export function smarten(text: string, before = ''): string {
  let previous = before;
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const set = mark(character, previous, text.charAt(i + 1));
    result += set;
    previous = set;
  }
  return result;
}

function mark(character: string, previous: string, next: string): string {
  const opens = previous === '' || OPENS_AFTER.test(previous);
  if (character === '"') return opens ? '“' : '”';
  // A digit after it means a shortened year ('90s), which takes an apostrophe.
  if (character === "'") return opens && !/\d/.test(next) ? '‘' : '’';
  return character;
}

/**
 * The beginning of a text, for places where only so many characters are shown: whole sentences if any fit, otherwise whole words with an
 * ellipsis.
 */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const sentences = /^.*[.!?](?=\s)/su.exec(text.slice(0, most + 1))?.[0];
  if (sentences !== undefined) return sentences;
  const words = text.slice(0, most).replace(/\s+\S*$/u, '');
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`;
}
