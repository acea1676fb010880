import { createContext, useContext } from 'react';

/** What a page being rendered knows of its request. On the browser's side it is empty. */
export interface RequestContextValue {
  /** Names this request in the log; error pages may show it. */
  requestId: string | undefined;
  /** Lets the scripts of this one response run; undefined where a page carries none. */
  nonce: string | undefined;
}

export const RequestContext = createContext<RequestContextValue>({ requestId: undefined, nonce: undefined });

export function useRequestContext(): RequestContextValue {
  return useContext(RequestContext);
}
