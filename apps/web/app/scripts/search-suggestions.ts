import { leaveQuickly } from './quick-exit.ts';

import { suggestionsPath } from '#app/config/paths.ts';

/*
 * Offers articles while somebody types into the search box: an ARIA combobox with a list. The form works the same without it, and what was
 * typed is kept nowhere.
 */

interface Suggestion {
  title: string;
  topic: string | null;
  href: string;
}

/** Somebody is still typing. */
const PAUSE_MS = 160;
const FEWEST_LETTERS = 2;

function enhance(input: HTMLInputElement, field: HTMLElement): void {
  const list = document.createElement('ul');
  const status = document.createElement('p');
  list.id = 'suggestions';
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Articles');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  field.append(list, status);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
  ] as const)
    input.setAttribute(name, value);

  let active = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  const options = () => [...list.querySelectorAll<HTMLElement>('[role="option"]')];

  const choose = (index: number): void => {
    active = index;
    options().forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === index));
      if (i === index) option.scrollIntoView({ block: 'nearest' });
    });
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `suggestion-${index}`);
  };

  const close = (): void => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    list.replaceChildren();
    status.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
  };

  const show = (suggestions: Suggestion[]): void => {
    close();
    if (suggestions.length === 0 || document.activeElement !== input) return;
    list.append(...suggestions.map(toOption));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    status.textContent = suggestions.length === 1 ? '1 suggestion' : `${suggestions.length} suggestions`;
  };

  const suggest = async (): Promise<void> => {
    const query = input.value.trim();
    if (query.length < FEWEST_LETTERS) return;
    asking = new AbortController();
    const { signal } = asking;
    try {
      const response = await fetch(`${suggestionsPath}?q=${encodeURIComponent(query)}`, { signal, cache: 'no-store' });
      if (response.ok) show((await response.json()) as Suggestion[]);
    } catch {
      // Without suggestions the box is as good as before.
    }
  };

  input.addEventListener('input', () => {
    close();
    timer = setTimeout(() => void suggest(), PAUSE_MS);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const count = options().length;
    if (count === 0) return;
    // From the last one the way leads back to what was typed.
    if (event.key === 'ArrowDown') choose(active + 1 < count ? active + 1 : -1);
    else if (event.key === 'ArrowUp') choose(active < 0 ? count - 1 : active - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && active >= 0) location.assign(options()[active]?.dataset['href'] ?? '');
    else return;
    event.preventDefault();
  });
  // The box keeps the focus, so that a press is not taken for leaving it.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
    if (option?.dataset['href'] !== undefined) location.assign(option.dataset['href']);
  });
}

function toOption({ title, topic, href }: Suggestion, index: number): HTMLElement {
  const option = document.createElement('li');
  option.id = `suggestion-${index}`;
  option.className = 'suggestions__option';
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.dataset['href'] = href;
  option.append(title);
  if (topic !== null) {
    const label = document.createElement('span');
    label.className = 'suggestions__topic';
    label.textContent = ` ${topic}`;
    option.append(label);
  }
  return option;
}

/** The page is left alone until somebody comes to the box. */
function enhanceOnce(): void {
  const input = document.activeElement;
  if (!(input instanceof HTMLInputElement) || input.id !== 'search' || input.role === 'combobox' || !input.parentElement) return;
  enhance(input, input.parentElement);
}

document.addEventListener('focusin', enhanceOnce);
enhanceOnce();
leaveQuickly();
