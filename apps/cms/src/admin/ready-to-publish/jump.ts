import { contentTypeLayouts } from '../../editorial/desk/content-types';

type Path = (string | number)[];

const OPENER = 'h3 button[aria-expanded]';
const WRITABLE = 'input:not([type="hidden"]), textarea, [contenteditable="true"], [role="combobox"], button';
/** So long a part of the form may take to open. */
const PATIENCE_MS = 1_500;

/** The blocks of the text, as the form lists them: the one list whose entries open. */
function blockEntries(form: Element): Element[] {
  const list = [...form.querySelectorAll('ol')].find((ol) => ol.querySelector(`:scope > li ${OPENER}`));
  return list ? [...list.children] : [];
}

/** Opens a part of the form that folds, and waits until it shows its fields. */
async function open(opener: HTMLElement): Promise<Element | null> {
  if (opener.getAttribute('aria-expanded') !== 'true') opener.click();
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const region = document.getElementById(opener.getAttribute('aria-controls') ?? '');
    if (region?.querySelector(WRITABLE)) return region;
    await new Promise(requestAnimationFrame);
  }
  return null;
}

function named(root: Element, path: Path): HTMLElement | null {
  const name = path.join('.');
  return root.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
}

async function inBlock(form: Element, path: Path): Promise<HTMLElement | null> {
  const [, index, , entry] = path;
  const opener = blockEntries(form)[Number(index)]?.querySelector<HTMLElement>(OPENER);
  if (!opener) return null;
  let region = await open(opener);
  if (region && typeof entry === 'number') {
    const inner = region.querySelectorAll<HTMLElement>(OPENER)[entry];
    region = (inner && (await open(inner))) ?? region;
  }
  if (!region) return opener;
  return (
    named(region, path) ??
    region.querySelector<HTMLElement>('[contenteditable="true"]') ??
    region.querySelector<HTMLElement>(WRITABLE) ??
    opener
  );
}

/** A field of the form by the name that the editor reads. */
function labelled(form: Element, field: string): HTMLElement | null {
  const words = contentTypeLayouts['api::article.article']?.fields[field]?.label ?? field;
  const label = [...form.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(words));
  return label ? (document.getElementById(label.htmlFor) ?? label) : null;
}

/** Leads the editor to the place in the form that a finding is about: opens its block, shows it and puts the caret there. */
export async function jumpTo(path: Path): Promise<void> {
  const form = document.querySelector('[name="title"]')?.closest('form');
  if (!form) return;
  const [field] = path;
  const target =
    field === 'body' && path.length > 1 ? await inBlock(form, path) : (named(form, path) ?? labelled(form, String(field)));
  if (!target) return;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  target.focus({ preventScroll: true });
}
