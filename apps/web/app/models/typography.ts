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
