import { Popover } from '../popover/popover.tsx';

import type { TermNote } from '#app/models/terms.ts';

/** What the marked words of a text mean: one popover for each. */
export function TermNotes({ terms }: { terms: readonly TermNote[] }) {
  return terms.map(({ id, term, definition, href }) => (
    <Popover key={id} id={id} label={`Definition of ${term}`}>
      <p>
        <dfn className="term-note__term">{term}</dfn>
      </p>
      <p>{definition}</p>
      <p>
        <a href={href}>In the glossary</a>
      </p>
    </Popover>
  ));
}
