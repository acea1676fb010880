import { Picture } from '../picture/picture.tsx';
import { CompactRichText } from '../rich-text/rich-text.tsx';

import type { FigureView } from '#app/models/article-body.ts';

/** A picture of the text with its caption. */
export function Figure({ figure: { picture, caption } }: { figure: FigureView }) {
  return (
    <figure className="figure">
      <Picture picture={picture} sizes="(width < 48rem) 100vw, 52rem" className="figure__picture" />
      {caption && (
        <figcaption className="figure__caption">
          <CompactRichText content={caption} />
        </figcaption>
      )}
    </figure>
  );
}
