import { Idiomorph } from 'idiomorph';

import { previewPath, previewStatePath } from '#app/config/paths.ts';

/*
 * Keeps an open preview in step with its draft: it looks whether the draft was saved again and changes the page where it differs, so that
 * the place where one reads is kept; and it goes on under a new token before the present one is over.
 */

/** A save is seen within a second, the time to load it included. */
const LOOK_MS = 300;
/** Nobody looks at a window in the background. */
const HIDDEN_MS = 10_000;

interface State {
  version: string | null;
  renewed: string | null;
}

const banner = () => document.querySelector<HTMLElement>('.preview-banner');

async function get(address: string): Promise<Response | null> {
  return fetch(address, { cache: 'no-store' }).catch(() => null);
}

/** What moves with the page; what stands aside may stick to the screen. */
const READ = 'main :is(h1, h2, h3, h4, p, li, td, figure, summary):not(aside *, nav *)';

/** Remembers what stands on the screen. @returns what puts it back where it was, after the page around it has changed */
function holdPlace(): () => void {
  const onScreen = [...document.querySelectorAll<HTMLElement>(READ)].flatMap((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? [{ element, words: element.textContent, top }] : [];
  });
  return () => {
    const same = onScreen.find(({ element, words }) => element.isConnected && element.textContent === words);
    if (same) scrollBy({ top: same.element.getBoundingClientRect().top - same.top, behavior: 'instant' });
  };
}

async function showPresentDraft(): Promise<void> {
  const response = await get(location.href);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.title = fresh.title;
  const putBack = holdPlace();
  await Idiomorph.morph(document.body, fresh.body, {
    morphStyle: 'innerHTML',
    callbacks: {
      // What somebody has unfolded stays so.
      beforeAttributeUpdated: (name: string) => name !== 'open',
    },
  });
  putBack();
}

/** @returns whether there is more to follow */
async function look(): Promise<boolean> {
  const { token = '', version, page, over = '' } = banner()?.dataset ?? {};
  const response = await get(previewStatePath(token));
  if (response?.status === 404) {
    banner()?.querySelector('[role="status"]')?.replaceChildren(over);
    return false;
  }
  if (!response?.ok) return true;
  const state = (await response.json()) as State;
  if (state.renewed !== null) history.replaceState(null, '', previewPath(state.renewed, page));
  if (state.renewed !== null || (state.version !== null && state.version !== version)) await showPresentDraft();
  return true;
}

let timer: ReturnType<typeof setTimeout> | undefined;
let isLooking = false;

function lookSoon(): void {
  clearTimeout(timer);
  if (isLooking) return;
  timer = setTimeout(
    () => {
      isLooking = true;
      void look().then((goesOn) => {
        isLooking = false;
        if (goesOn) lookSoon();
        else document.removeEventListener('visibilitychange', lookSoon);
      });
    },
    document.hidden ? HIDDEN_MS : LOOK_MS,
  );
}

// The place is held here, by what stands there; the browser would hold it once more.
document.documentElement.style.overflowAnchor = 'none';
document.addEventListener('visibilitychange', lookSoon);
lookSoon();
