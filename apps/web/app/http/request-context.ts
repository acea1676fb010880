import { createContext, useContext } from 'react';

/** What a page being rendered knows of its request. On the browser's side it is empty. */
export interface RequestContextValue {
  /** Names this request in the log; error pages may show it. */
  requestId: string | undefined;
}

export const RequestContext = createContext<RequestContextValue>({ requestId: undefined });

export function useRequestContext(): RequestContextValue {
  return useContext(RequestContext);
}
