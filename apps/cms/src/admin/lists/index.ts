import type { DeskApp } from '../strapi';

import { plainColumns } from './cells';
import { plainFilters } from './filters';

/** Lists in the words of the panels and forms. */
export function tellListsPlainly(app: DeskApp): void {
  app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', plainColumns);
  app.registerHook('Admin/CM/pages/ListView/inject-in-filters', plainFilters);
}
