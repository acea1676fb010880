import { hex } from '../covers/color';
import { palettes } from '../covers/palettes';
import { el } from '../covers/svg';
import { toneAt } from '../covers/tones';

import { lettering } from './lettering';

const WIDTH = 1200;
const HEIGHT = 1020;
const MARGIN = 60;
/** Where the bars begin; their names stand to the left. */
const AXIS = 370;
const FULL = WIDTH - MARGIN - 100 - AXIS;
const BAR = 78;
/** How many pixels the picture gets for each of its units. */
const SHARPNESS = 4 / 3;

interface Comparison {
  topic: string;
  people: string;
  ketamine: number;
  other: [name: string, percent: number];
}

// The figures are those of the article's text, where they are cited.
const COMPARISONS: readonly Comparison[] = [
  { topic: 'Depression', people: '18 people', ketamine: 71, other: ['Placebo', 0] },
  { topic: 'Depression', people: '73 people', ketamine: 64, other: ['Midazolam', 28] },
  { topic: 'Suicidal thoughts', people: '80 people', ketamine: 55, other: ['Midazolam', 30] },
];

const { fern } = palettes;
const INK = hex(fern.ink);
const QUIET = toneAt(fern, 4);

/** How many people had a response one day after one infusion, in three trials: a picture that can be read on a phone. */
export function responseRatesSvg(): string {
  const groups = COMPARISONS.map((comparison, index) => group(comparison, MARGIN + index * 310));
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH * SHARPNESS,
      height: HEIGHT * SHARPNESS,
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    },
    el('rect', { width: WIDTH, height: HEIGHT, fill: hex(fern.paper) }),
    ...groups,
    el('rect', { x: AXIS - 4, y: MARGIN + 10, width: 4, height: HEIGHT - MARGIN * 2 - 20, fill: INK }),
  );
}

function group({ topic, people, ketamine, other: [name, percent] }: Comparison, top: number): string {
  return (
    lettering(topic, { x: AXIS + 24, y: top + 52, size: 54, fill: INK }) +
    lettering(people, { x: WIDTH - MARGIN, y: top + 52, size: 54, fill: QUIET, anchor: 'end' }) +
    bar('Ketamine', ketamine, top + 84, hex(fern.deep)) +
    bar(name, percent, top + 84 + BAR + 12, toneAt(fern, 2))
  );
}

function bar(name: string, percent: number, y: number, fill: string): string {
  const width = (FULL * percent) / 100;
  const baseline = y + BAR * 0.5 + 19;
  return (
    lettering(name, { x: AXIS - 36, y: baseline, size: 54, fill: INK, anchor: 'end' }) +
    (percent > 0 ? el('rect', { x: AXIS, y, width, height: BAR, fill }) : '') +
    lettering(`${percent}%`, { x: AXIS + width + 24, y: baseline, size: 62, fill: INK })
  );
}
