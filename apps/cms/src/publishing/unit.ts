import { AsyncLocalStorage } from 'node:async_hooks';

import type { Core } from '@strapi/strapi';

import { conclude } from './conclude';
import type { Ref } from './kinds';
import { inTurn } from './turn';

/** Everything that is written together: what was saved or published, and what was deleted. */
export interface Unit {
  written: Map<string, Ref>;
  deleted: Ref[];
  isOpen: boolean;
}

const current = new AsyncLocalStorage<Unit>();

/**
 * Runs writes as one unit: one transaction, and one look at the outcome before it commits, so that two articles that lead to each other can
 * be published together. A unit inside another joins it.
 */
export async function together<T>(strapi: Core.Strapi, work: (unit: Unit) => Promise<T>): Promise<T> {
  const outer = current.getStore();
  // What runs after the commit, as Strapi's events do, still carries the unit along.
  if (outer?.isOpen) return work(outer);
  return inTurn(strapi, (turn) => {
    const unit: Unit = { written: new Map(), deleted: [], isOpen: true };
    return current.run(unit, async () => {
      try {
        const result = await work(unit);
        await conclude(strapi, turn, unit);
        return result;
      } finally {
        unit.isOpen = false;
      }
    });
  });
}
