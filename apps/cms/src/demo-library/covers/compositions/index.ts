import type { Composition } from '../studio';

import { crown } from './crown';
import { drift } from './drift';
import { fiddlehead } from './fiddlehead';
import { fronds } from './fronds';
import { hills } from './hills';
import { hollow } from './hollow';
import { meadow } from './meadow';
import { ripples } from './ripples';
import { roots } from './roots';
import { veins } from './veins';

export const compositions = {
  fronds,
  ripples,
  hills,
  fiddlehead,
  hollow,
  veins,
  drift,
  meadow,
  roots,
  crown,
} satisfies Record<string, Composition>;

export type CompositionName = keyof typeof compositions;
