import { Scripts, useMatches } from '@remix-run/react';

import { useRequestContext } from './request-context.ts';

/** Whether any route of a page says `export const handle = { scripts: true }`; reading pages do not, and carry no script. */
export function wantsScripts(handles: readonly unknown[]): boolean {
  return handles.some(
    (handle) => typeof handle === 'object' && handle !== null && 'scripts' in handle && handle.scripts === true,
  );
}

/** The scripts of the page, if one of its routes asks for them. Belongs at the end of `<body>` in the root. */
export function PageScripts() {
  const matches = useMatches();
  const { nonce } = useRequestContext();
  // Hot reload needs the client in development.
  const wanted = import.meta.env.DEV || wantsScripts(matches.map(({ handle }) => handle));
  return wanted ? <Scripts nonce={nonce} /> : null;
}
