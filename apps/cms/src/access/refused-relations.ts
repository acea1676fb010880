import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

const RELATIONS = 'plugin::content-manager.relations';

type Ask = (...args: unknown[]) => Promise<unknown>;

/**
 * Ends a look at the relations of an entry that somebody may not read with 403. Strapi refuses it, goes on all the same with nothing in its
 * hands, and answers 500.
 */
export function refuseRelations(strapi: Core.Strapi): void {
  const controller = strapi.controller(RELATIONS) as unknown as Record<string, Ask>;
  const original = controller['extractAndValidateRequestInfo']?.bind(controller);
  if (!original) throw new Error('The admin asks for relations otherwise now.');
  controller['extractAndValidateRequestInfo'] = async (...args) => {
    const found = await original(...args);
    if (found === undefined) throw new errors.ForbiddenError('Your role does not allow this.');
    return found;
  };
}
