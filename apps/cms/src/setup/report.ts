/** What a starting CMS tells whoever started it. */
export type Report =
  | { event: 'first-administrator'; email: string; password: string }
  | { event: 'demo-library'; done: number; of: number }
  | { event: 'index-rebuilt'; documents: number }
  | { event: 'ready'; url: string };

/** Tells the parent process over its channel, or a person on standard output. */
export function report(message: Report): void {
  if (process.send) process.send(message);
  else process.stdout.write(`${inWords(message)}\n`);
}

function inWords(message: Report): string {
  switch (message.event) {
    case 'first-administrator':
      return `The first administrator is ${message.email} with the password ${message.password} (shown this once).`;
    case 'demo-library':
      return `Demo library: ${message.done} of ${message.of}`;
    case 'index-rebuilt':
      return `Lists, search and the change feed are made anew from ${message.documents} documents.`;
    case 'ready':
      return `The CMS is ready at ${message.url}`;
  }
}
