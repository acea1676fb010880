import type { Core } from '@strapi/strapi';

import { recordPublication } from './publication';
import { asRefusal } from './refusal';
import { checkContent } from './rules';

const WRITES = new Set(['create', 'update', 'publish', 'unpublish', 'delete', 'discardDraft', 'clone']);

/**
 * The one middleware around every write of content. It opens one transaction, so that a write and everything that follows from it are
 * committed together or not at all; a refusal is a `ValidationError` that names the field in plain words.
 */
export function guardWrites(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (!context.uid.startsWith('api::') || !WRITES.has(context.action)) return next();
    try {
      return await strapi.db.transaction(async () => {
        checkContent(context.uid, (context.params as { data?: Record<string, unknown> }).data);
        const result = await next();
        await recordPublication(strapi, context, result);
        return result;
      });
    } catch (error) {
      throw asRefusal(error, context.uid);
    }
  });
}
