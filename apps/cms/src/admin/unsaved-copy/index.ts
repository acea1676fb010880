import { UnsavedCopyNotice } from './notice';

/** Stands under the buttons beside every entry. */
export const unsavedCopy = { name: 'unsaved-copy', Component: UnsavedCopyNotice };
