import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import * as v from 'valibot';

/** What somebody may be allowed to do in the admin: an action, and the content type it concerns if it concerns one. */
export type Permission = [action: string, subject?: string];

export const toRead = (uid: string): Permission => ['plugin::content-manager.explorer.read', uid];

export const toUpdate = (uid: string): Permission => ['plugin::content-manager.explorer.update', uid];

export interface Ability {
  can: (action: string, subject?: string) => boolean;
}

/** Whoever is signed in and asks. */
interface Administrator {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  email: string;
}

interface State {
  user: Administrator;
  userAbility: Ability;
}

/** A route of the admin’s own interface. Nobody gets in who is not signed in. */
interface AdminRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  /** All of what whoever asks must be allowed to do; `in the handler` if that depends on what is asked, and the handler calls `demand`. */
  needs: Permission[] | 'in the handler';
  handler: (ctx: Context) => unknown;
}

type Refusing = Context & { forbidden: (message: string) => void };

/** Adds routes to the admin's own interface, each with what it takes to be let in. */
export function serveAdminRoutes(strapi: Core.Strapi, routes: AdminRoute[]): void {
  strapi.server.routes({
    type: 'admin',
    routes: routes.map(({ method, path, needs, handler }) => ({
      method,
      path,
      handler: async (ctx: Context) => {
        try {
          if (needs !== 'in the handler') for (const permission of needs) demand(ctx, permission);
          return await handler(ctx);
        } catch (error) {
          // Strapi would answer “Forbidden” and keep the reason to itself.
          if (!(error instanceof errors.ForbiddenError)) throw error;
          (ctx as Refusing).forbidden((error as Error).message);
          return undefined;
        }
      },
      info: { type: 'admin' as const },
      config: { policies: ['admin::isAuthenticatedAdmin'] },
    })),
  } as never);
}

/** Whether whoever asks is allowed to do something. */
export function may(ctx: Context, [action, subject]: Permission): boolean {
  return (ctx.state as State).userAbility.can(action, subject);
}

/** @throws a refusal (403) if whoever asks is not allowed to do something */
export function demand(ctx: Context, permission: Permission): void {
  if (!may(ctx, permission)) throw new errors.ForbiddenError('Your role does not allow this.');
}

/** Whoever is signed in and asks. */
export function administratorOf(ctx: Context): Administrator {
  return (ctx.state as State).user;
}

/** How somebody is called where others read it. */
export function nameOf({ firstname, lastname, username }: Omit<Administrator, 'id' | 'email'>): string {
  return [firstname, lastname].filter(Boolean).join(' ') || (username ?? '');
}

/** The body of a request as it was asked for. @throws a refusal (400) with this message if it is anything else */
export function bodyOf<Schema extends v.GenericSchema>(ctx: Context, schema: Schema, message: string): v.InferOutput<Schema> {
  const body = v.safeParse(schema, ctx.request.body);
  if (!body.success) throw new errors.ValidationError(message);
  return body.output;
}
