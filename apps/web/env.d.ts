import '@remix-run/node';

declare module '@remix-run/node' {
  // Loaders return plain objects, dates and promises as they are; `useLoaderData<typeof loader>()` says the same.
  interface Future {
    v3_singleFetch: true;
  }

  /** What the server hands to every loader and action. */
  interface AppLoadContext {
    /** Names this request in the log and on error pages. */
    requestId: string;
  }
}
