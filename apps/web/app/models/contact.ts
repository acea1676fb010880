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

/** An e-mail link. Null where the text is no address. */
export function email(text: string): ContactLink | null {
  return /^[^\s@]+@[^\s@]+$/.test(text) ? { href: `mailto:${encodeURIComponent(text).replace('%40', '@')}`, text } : null;
}
