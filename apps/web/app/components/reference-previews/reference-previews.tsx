import { Popover } from '../popover/popover.tsx';

import { referencePreviewId } from '#app/models/citations.ts';
import type { ReferenceView } from '#app/models/reference.ts';

/** What a citation's number opens: the work in short, with the way to its entry in the list of references. */
export function ReferencePreviews({ references }: { references: readonly ReferenceView[] }) {
  return references
    .filter(({ backLinks }) => backLinks.length > 0)
    .map(({ id, number, authors, title, year, design, sample }) => (
      <Popover key={id} id={referencePreviewId(number)} label={`Reference ${number}`}>
        <p className="reference-preview__kind">{sample ? `${design}, ${sample}` : design}</p>
        <p className="reference-preview__title">
          <cite>{title}</cite>
        </p>
        <p className="reference-preview__by">
          {authors} {year}
        </p>
        <p>
          <a href={`#${id}`}>Go to reference {number}</a>
        </p>
      </Popover>
    ));
}
