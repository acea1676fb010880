import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { asRouted } from '../access/routed-path';
import { isSignedIn } from '../access/signed-in';

/** Paths where a signed-in editor uploads files; a multipart body anywhere else would leave files behind on the disk. */
const UPLOADS = /^\/upload(?:\/|$)/;

/**
 * The first thing a request meets. The public surface of the CMS is `/graphql`, `/_health` and `/uploads`; editors have the admin.
 * `/graphql` has a guard of its own (graphql). REST answers 404 as a whole: it is a second door with limits of its own and none are needed.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const path = asRouted(ctx.path);
    if (path === '/api' || path.startsWith('/api/')) {
      refuse(ctx, 404, 'There is no REST interface. Content is served by GraphQL at /graphql.');
      return;
    }
    if (ctx.is('multipart') && !(UPLOADS.test(path) && (await isSignedIn(strapi, ctx.get('authorization'))))) {
      refuse(ctx, 415, 'Files are uploaded in the admin only.');
      return;
    }
    await next();
    if (path.startsWith('/uploads/')) {
      ctx.set('Content-Security-Policy', "default-src 'none'; sandbox");
      ctx.set('X-Content-Type-Options', 'nosniff');
      if (/\.pdf$/i.test(path)) ctx.set('Content-Disposition', 'attachment');
    }
    ctx.remove('X-Powered-By');
  };

function refuse(ctx: Context, status: number, message: string): void {
  ctx.status = status;
  ctx.body = { errors: [{ message }] };
}
