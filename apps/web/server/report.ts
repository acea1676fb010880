/** What a starting site tells whoever started it; the CMS speaks the same way. */
export interface Report {
  event: 'ready';
  url: string;
}

/** Tells the parent process over its channel, or a person on standard output. */
export function report(message: Report): void {
  if (process.send) process.send(message);
  else process.stdout.write(`The site is ready at ${message.url}\n`);
}
