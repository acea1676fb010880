import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { env } from '../env';

import { endpoint } from './endpoint';

interface Router {
  get: (path: string, handler: (ctx: Context) => Promise<void>) => void;
}

/** What the page needs: its own scripts stand in it, its workers are made from them, and it asks this server alone. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  "connect-src 'self'",
  'img-src data:',
  'font-src data:',
].join('; ');

/**
 * Serves a page to try queries out at `/graphiql`, while developing only: the page comes whole from a package that a production install
 * leaves out, and loads nothing from elsewhere.
 */
export function serveGraphiQL(strapi: Core.Strapi): void {
  if (env().NODE_ENV !== 'development') return;
  (strapi.server.router as unknown as Router).get('/graphiql', async (ctx) => {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    ctx.type = 'text/html';
    ctx.set('Content-Security-Policy', POLICY);
    ctx.body = renderGraphiQL({ endpoint, title: 'GraphiQL' });
  });
}
