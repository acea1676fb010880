// Keeps a copy of everything public: `node feed-reader.mjs <CMS> <token> <file>`. It may be killed at any moment; copy and cursor are
// written together, so it goes on where it stopped. With `once` it ends when there is nothing more to read.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [url, token, file, once] = process.argv.slice(2);
const QUERY = `query ($after: String) {
  contentChanges(after: $after, first: 40) {
    nodes { type documentId slug document { ... on Article { title slug } ... on MediaFile { documentId } } }
    cursor hasMore isRestart
  }
}`;

let state = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { cursor: null, copy: {} };

async function read() {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: QUERY, variables: { after: state.cursor } }),
    signal: AbortSignal.timeout(20_000),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  const { nodes, cursor, hasMore, isRestart } = data.contentChanges;
  const copy = isRestart ? {} : { ...state.copy };
  for (const { type, documentId, slug, document } of nodes) {
    if (document) copy[`${type} ${documentId}`] = type === 'ARTICLE' ? `${document.slug} ${document.title}` : String(slug);
    else delete copy[`${type} ${documentId}`];
  }
  state = { cursor, copy };
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
  return hasMore;
}

for (;;) {
  const hasMore = await read().catch(async (error) => {
    if (once) throw error;
    return true;
  });
  if (once && !hasMore) break;
  await sleep(hasMore ? 10 : 100);
}
