// The newest articles as text for a newsletter, with nothing but what Node.js brings along.
// Run it: node docs/examples/newsletter.mjs http://localhost:1337
import { readFile } from 'node:fs/promises';

const [cms = 'http://localhost:1337'] = process.argv.slice(2);
const query = await readFile(new URL('newsletter.graphql', import.meta.url), 'utf8');

const response = await fetch(`${cms}/graphql`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
  signal: AbortSignal.timeout(10_000),
});
const { data, errors } = await response.json();
if (errors) throw new Error(errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join('\n'));

for (const { title, summary, readingMinutes, reviewState, canonicalUrl, attribution, category } of data.articles) {
  console.log(`${title}\n${category?.name ?? 'Article'}, ${readingMinutes} minutes\n\n${summary}\n\n${canonicalUrl}`);
  if (reviewState !== 'CURRENT') console.log('No clinical review stands behind this text at present.');
  console.log(`${attribution}\n`);
}
