/** Where a page has script anyway, leaving it quickly also takes its place in the browser's history. */
export function leaveQuickly(): void {
  document.addEventListener('click', (event) => {
    const exit = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-quick-exit]') : null;
    if (!exit) return;
    event.preventDefault();
    location.replace(exit.href);
  });
}
