import type { Source } from '#app/content/sources.server.ts';

/** A file of references that a reference manager can read. */
export interface ReferenceFile {
  contentType: string;
  text: string;
}

/** Every format that references can be downloaded in, by the ending of its file. */
export const referenceFormats = {
  bib: { name: 'BibTeX', contentType: 'application/x-bibtex', write: toBibTeX },
  ris: { name: 'RIS', contentType: 'application/x-research-info-systems', write: toRis },
} as const satisfies Record<string, { name: string; contentType: string; write: (sources: readonly Source[]) => string }>;

export type ReferenceFormat = keyof typeof referenceFormats;

/** Works as a reference manager reads them; every work keeps its citation key. */
export function referenceFile(sources: readonly Source[], format: ReferenceFormat): ReferenceFile {
  const { contentType, write } = referenceFormats[format];
  return { contentType: `${contentType}; charset=utf-8`, text: write(sources) };
}

/** A person as journals cite them: `van der Hart O`. Whatever does not look like one is a body, and kept whole. */
interface CitedAuthor {
  family: string;
  initials: string | null;
}

function authorsOf(cited: string): { authors: CitedAuthor[]; others: boolean } {
  const others = /(?:^|[\s,])et al\.?$/i.test(cited);
  const names = cited
    .replace(/[\s,]*et al\.?$/i, '')
    .replace(/\s*\([^)]*\)$/, '')
    .split(/,\s*/)
    .filter((name) => name !== '');
  const authors = names.map((name): CitedAuthor => {
    const [, family, initials] = /^(\p{L}[\p{L}’' -]*) (\p{Lu}{1,4})$/u.exec(name) ?? [];
    return family !== undefined && initials !== undefined ? { family, initials } : { family: name, initials: null };
  });
  // A body's own name may hold commas: it is only split where every part is a person.
  const people = authors.every(({ initials }) => initials !== null);
  return { authors: people ? authors : [{ family: names.join(', '), initials: null }], others };
}

const bookLike: ReadonlySet<Source['studyDesign']> = new Set(['BOOK']);

function isArticle({ studyDesign, journal, volume, pages }: Source): boolean {
  return !bookLike.has(studyDesign) && journal !== null && (volume !== null || pages !== null);
}

function toBibTeX(sources: readonly Source[]): string {
  return sources.map(bibTeXEntry).join('\n');
}

function bibTeXEntry(source: Source): string {
  const { citationKey, title, journal, year, volume, issue, pages, doi, pmid, url } = source;
  const article = isArticle(source);
  const { authors, others } = authorsOf(source.authors);
  const names = authors.map(({ family, initials }) =>
    initials === null ? `{${bibTeXText(family)}}` : `${bibTeXText(family)}, ${[...initials].join('. ')}.`,
  );
  const fields = {
    author: [...names, ...(others ? ['others'] : [])].join(' and '),
    title: `{${bibTeXText(title)}}`,
    [article ? 'journal' : 'publisher']: journal && bibTeXText(journal),
    year: String(year),
    volume,
    number: issue,
    pages: pages?.replace(/[-–]/u, '--'),
    doi,
    pmid,
    url,
  };
  const kind = article ? 'article' : bookLike.has(source.studyDesign) ? 'book' : 'misc';
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return `@${kind}{${citationKey},\n${lines.join('\n')}\n}\n`;
}

const special: Record<string, string> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

/** BibTeX reads some characters as commands, and braces must balance. */
function bibTeXText(text: string): string {
  return text.replace(/[\\~^{}%&$#_]/g, (character) => special[character] ?? `\\${character}`);
}

/** RIS takes two letters, two spaces, a hyphen and a value on each line, and CRLF between them. */
function toRis(sources: readonly Source[]): string {
  return sources.map((source) => `${risEntry(source).join('\r\n')}\r\n`).join('\r\n');
}

function risEntry(source: Source): string[] {
  const { citationKey, title, journal, year, volume, issue, pages, doi, pmid, url } = source;
  const article = isArticle(source);
  const { authors } = authorsOf(source.authors);
  const [first, last] = pages?.split(/[-–]/u) ?? [];
  const fields: [tag: string, value: string | null | undefined][] = [
    ['TY', article ? 'JOUR' : bookLike.has(source.studyDesign) ? 'BOOK' : 'GEN'],
    ['ID', citationKey],
    ...authors.map(({ family, initials }): [string, string] => [
      'AU',
      initials === null ? family : `${family}, ${[...initials].join('. ')}.`,
    ]),
    ['TI', title],
    [article ? 'JO' : 'PB', journal],
    ['PY', String(year)],
    ['VL', volume],
    ['IS', issue],
    ['SP', first],
    ['EP', last],
    ['DO', doi],
    ['AN', pmid],
    ['UR', url ?? (doi && `https://doi.org/${doi}`)],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replaceAll(/\s+/g, ' ')}`] : []));
  return [...lines, 'ER  - '];
}
