import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { together } from './unit';

type Handler = (ctx: Context) => Promise<unknown>;
type Controller = Record<string, Handler>;

const COLLECTIONS = 'plugin::content-manager.collection-types';
const SINGLES = 'plugin::content-manager.single-types';

/**
 * Three things that the admin's own routes do otherwise. Publishing an entry saves it first, in the same transaction: here a refusal to
 * publish does not undo the save. Bulk actions ask for one entry after the other: here they are judged together, so that articles which
 * lead to each other can be published, or deleted, at once. And a route that opens a transaction waits for its turn before it does, not
 * after: those who wait hold no connection, or a few of them would keep the one that has its turn from going on.
 */
export function adaptAdminRoutes(strapi: Core.Strapi): void {
  const collections = strapi.controller(COLLECTIONS) as unknown as Controller;
  const singles = strapi.controller(SINGLES) as unknown as Controller;
  for (const controller of [collections, singles]) inOneTurn(strapi, controller, ['publish', 'unpublish']);
  inOneTurn(strapi, collections, ['bulkPublish', 'bulkUnpublish', 'bulkDelete']);
  keepSaved(collections, 'publish', 'update');
  keepSaved(singles, 'publish', 'createOrUpdate');
}

function inOneTurn(strapi: Core.Strapi, controller: Controller, actions: string[]): void {
  for (const action of actions) replace(controller, action, (original) => (ctx) => together(strapi, () => original(ctx)));
}

function replace(controller: Controller, action: string, by: (original: Handler) => Handler): void {
  const original = controller[action];
  if (!original) throw new Error(`The admin has no action ${action} any more.`);
  controller[action] = by(original.bind(controller));
}

function keepSaved(controller: Controller, publish: string, save: string): void {
  const saveOnly = controller[save]?.bind(controller);
  if (!saveOnly) throw new Error(`The admin has no action ${save} any more.`);
  replace(controller, publish, (original) => async (ctx) => {
    try {
      return await original(ctx);
    } catch (error) {
      // A new entry stays in the editor's form: saved, it would be made once more at the next try.
      const isNew = save === 'update' && (ctx['params'] as { id?: string }).id === undefined;
      if (error instanceof errors.ValidationError && !isNew) await saveOnly(ctx).catch(unlessRefused);
      throw error;
    }
  });
}

/** What cannot even be saved was refused for the same reasons. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof errors.ApplicationError)) throw error;
}
