/** What a site tells whoever started it; the CMS speaks the same way. `waiting`: it takes over when it is given a socket. */
export type Report = { event: 'ready'; url: string } | { event: 'waiting' };

/** Tells the parent process over its channel, or a person on standard output. */
export function report(message: Report): void {
  if (process.send) process.send(message);
  else if (message.event === 'ready') process.stdout.write(`The site is ready at ${message.url}\n`);
}
