import { graphql } from '@clinic/types';

import { ask } from './client.server.ts';

const redirectQuery = graphql(`
  query RedirectFrom($path: String!) {
    redirect(path: $path) {
      to
    }
  }
`);

/** Where a path leads that nothing stands at any more; `to` is null if what stood there was withdrawn. Null if it never was one. */
export async function findRedirect(path: string): Promise<{ to: string | null } | null> {
  return (await ask(redirectQuery, { path })).redirect;
}
