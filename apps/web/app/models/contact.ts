/** A way to reach someone: what to show and what it opens. */
export interface ContactLink {
  href: string;
  text: string;
}

/** A telephone link. Null where the text holds no number to dial. */
export function telephone(text: string): ContactLink | null {
  const digits = text.replace(/[^\d+]/g, '');
  return digits === '' ? null : { href: `tel:${digits}`, text };
}

/** A letter to the clinic about a mistake on a page; the page is named, so that the reader need not describe it. */
export function mistakeReport(to: ContactLink, page: { title: string; url: string }): string {
  const subject = encodeURIComponent(`A mistake in “${page.title}”`);
  const body = encodeURIComponent(`Page: ${page.url}\n\nWhat is wrong:\n`);
  return `${to.href}?subject=${subject}&body=${body}`;
}

/** An e-mail link. Null where the text is no address. */
export function email(text: string): ContactLink | null {
  return /^[^\s@]+@[^\s@]+$/.test(text) ? { href: `mailto:${encodeURIComponent(text).replace('%40', '@')}`, text } : null;
}
