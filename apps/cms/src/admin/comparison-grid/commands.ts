type Command = 'insertText' | 'createLink' | 'styleWithCSS' | 'bold' | 'italic' | 'unlink';

/** The one way in which browsers edit what a person selected and let them undo it; there is no successor to it yet. */
function edit(command: Command, value?: string): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand(command, false, value);
}

/** Writes words in the place of what is selected. */
export function insertWords(words: string): void {
  edit('insertText', words);
}

/** Changes the look of what is selected. */
export function format(command: 'bold' | 'italic' | 'unlink'): void {
  // Marks as elements, not as styles: they are read back that way.
  edit('styleWithCSS', 'false');
  edit(command);
}

/** What is selected within an element, or null if nothing is. */
export function selectionIn(element: HTMLElement | null): Range | null {
  const selection = window.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  return range && !range.collapsed && element?.contains(range.commonAncestorContainer) === true ? range.cloneRange() : null;
}

/** Gives the caret back to the cell in which this was selected, and selects it again. */
export function select(range: Range): void {
  const { commonAncestorContainer: place } = range;
  (place instanceof HTMLElement ? place : place.parentElement)?.closest<HTMLElement>('[role="textbox"]')?.focus();
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Makes a link of what was selected before the address was asked for. */
export function linkTo(url: string, range: Range): void {
  select(range);
  edit('createLink', url);
}
