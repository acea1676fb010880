import { Picture } from '../picture/picture.tsx';

import { draw } from './drawing.ts';

import type { CoverView } from '#app/models/article-card.ts';

interface CoverProps {
  cover: CoverView;
  /** How wide it stands on the page, as in `<img sizes>`. */
  sizes: string;
  /** It is seen at once when the page opens: load it first. */
  first?: boolean | undefined;
}

/** An article's cover at 16 to 9: the editors' picture, or a drawing in the category's colors where there is none. */
export function Cover({ cover: { picture, palette, seed }, sizes, first }: CoverProps) {
  return (
    <div className={`cover palette-${palette}`}>
      {picture ? (
        <Picture className="cover__picture" picture={picture} sizes={sizes} first={first} />
      ) : (
        <DrawnCover seed={seed} />
      )}
    </div>
  );
}

function DrawnCover({ seed }: { seed: string }) {
  const { sun, fronds } = draw(seed);
  return (
    <svg className="cover__drawing" viewBox="0 0 160 90" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <circle className="cover__sun" cx={sun.x} cy={sun.y} r={sun.radius} />
      {fronds.map((outline, i) => (
        <path key={i} className="cover__frond" d={outline} />
      ))}
    </svg>
  );
}
