/** The Remix app as Vite's plugin compiles it. */
declare module 'virtual:remix/server-build' {
  export * from '@remix-run/dev/server-build';
}
