import { toPicture, type PictureView } from './image.ts';
import { toRichText, type RichTextView } from './rich-text.ts';
import { smarten } from './typography.ts';

import { authorPath } from '#app/config/paths.ts';
import type { Contributor } from '#app/content/contributors.server.ts';

/** Someone who writes or reviews. */
export interface PersonView {
  name: string;
  href: string;
  role: string;
  credentials: string | null;
  bio: RichTextView;
  portrait: PictureView | null;
  /** An invented person of the sample site. */
  sample: boolean;
}

export function toPerson(person: Contributor): PersonView {
  return {
    name: person.name,
    href: authorPath(person),
    role: smarten(person.role),
    credentials: person.credentials,
    bio: toRichText(person.bio),
    portrait: person.portrait && toPicture(person.portrait),
    sample: person.demo,
  };
}
