import { Scripts, useMatches } from '@remix-run/react';

/**
 * The addresses of the scripts that the routes of a page name: `export const handle = { script }`, where `script` is what
 * `import script from '#app/scripts/….ts?worker&url'` gives, a bundled file with a hash in its name. Reading pages name none and carry none.
 * A page is never rendered again in the browser: its script works on the finished page.
 */
export function scriptsOf(handles: readonly unknown[]): string[] {
  return handles.flatMap((handle) =>
    typeof handle === 'object' && handle !== null && 'script' in handle && typeof handle.script === 'string'
      ? [handle.script]
      : [],
  );
}

/** The scripts of the page, if its routes name some. Belongs at the end of `<body>` in the root. */
export function PageScripts() {
  const matches = useMatches();
  return (
    <>
      {scriptsOf(matches.map(({ handle }) => handle)).map((src) => (
        <script key={src} type="module" src={src} />
      ))}
      {/* Hot reload needs the client in development. */}
      {import.meta.env.DEV && <Scripts />}
    </>
  );
}
