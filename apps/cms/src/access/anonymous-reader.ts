import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

interface Auth {
  register: (type: string, strategy: { name: string; authenticate: (ctx: Request) => unknown; verify: () => void }) => void;
}

interface Request {
  request: { header: { authorization?: string } };
}

/**
 * Lets anybody ask GraphQL without an account. There are no accounts for visitors: the users-permissions plugin is not installed, so
 * there is nothing to register, no password to reset and no public role to open by mistake (docs/decisions/002).
 * Any route that asks for a permission is refused.
 */
export function admitAnonymousReaders(strapi: Core.Strapi): void {
  strapi.get<Auth>('auth').register('content-api', {
    name: 'anonymous-reader',
    authenticate: (ctx) => ({
      // A wrong token must not silently count as none.
      authenticated: ctx.request.header.authorization === undefined,
      credentials: null,
    }),
    verify() {
      throw new errors.ForbiddenError();
    },
  });
}
