/** Whom to reach in a crisis, and how. The shape is that of `CrisisContact` in the public contract. */
export interface CrisisContact {
  label: string;
  detail: string;
  /** Number to call, digits as dialed. */
  call: string | null;
  /** Number to text, digits as dialed. */
  sms: string | null;
  url: string | null;
}

/** Compiled in, so that they stand on every page even when nothing else works. */
export const crisisContacts: readonly CrisisContact[] = [
  {
    label: '988 Suicide & Crisis Lifeline',
    detail: 'Free and confidential in the US, day and night. Call or text 988, or chat online. Veterans: call 988, then press 1.',
    call: '988',
    sms: '988',
    url: 'https://988lifeline.org/chat',
  },
  {
    label: 'Immediate danger',
    detail: 'Call 911 or go to the nearest emergency department.',
    call: '911',
    sms: null,
    url: null,
  },
  {
    label: 'Outside the US',
    detail: 'Find a helpline in your country, or call your local emergency number.',
    call: null,
    sms: null,
    url: 'https://findahelpline.com',
  },
];
