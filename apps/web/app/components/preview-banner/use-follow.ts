import { useNavigate, useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

import { previewPath, previewStatePath } from '#app/config/paths.ts';

/** A save is seen within a second, the time to load it included. */
const LOOK_MS = 500;
/** Nobody looks at a window in the background. */
const HIDDEN_MS = 10_000;

interface State {
  version: string | null;
  renewed: string | null;
}

/**
 * Keeps an open preview in step with its draft: it looks whether the draft was saved again and loads it into the page as it stands, so that
 * the place where one reads is kept; and it goes on under a new token before the present one is over.
 * @returns whether the token has stopped opening anything
 */
export function useFollow(token: string, state: string, page: string | undefined): boolean {
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const [isOver, setIsOver] = useState(false);
  const shown = useRef(state);
  shown.current = state;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const response = await fetch(previewStatePath(token), { cache: 'no-store' }).catch(() => null);
      if (!isCurrent) return;
      if (response?.status === 404) {
        setIsOver(true);
        return;
      }
      if (response?.ok) {
        const { version, renewed } = (await response.json()) as State;
        if (version !== null && version !== shown.current) revalidate();
        if (renewed !== null) {
          navigate(previewPath(renewed, page), { replace: true, preventScrollReset: true });
          return;
        }
      }
      next();
    };
    const next = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), document.hidden ? HIDDEN_MS : LOOK_MS);
    };
    document.addEventListener('visibilitychange', next);
    next();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', next);
    };
  }, [token, page, revalidate, navigate]);
  return isOver;
}
