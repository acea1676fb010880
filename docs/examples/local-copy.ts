// All articles as Markdown files, kept in step with the clinic: run it as often as you like, it asks only for what changed since.
// Run it: npx tsx docs/examples/local-copy.ts http://localhost:1337 ./copy
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { graphql } from '@clinic/types';
import { GraphQLClient } from 'graphql-request';

const [cms = 'http://localhost:1337', folder = 'copy'] = process.argv.slice(2);
const cursorFile = path.join(folder, '.cursor');
const localCopyQuery = graphql(`
  query LocalCopy($after: String) {
    contentChanges(after: $after, first: 50) {
      cursor
      hasMore
      isRestart
      nodes {
        type
        documentId
        document {
          __typename
          ... on Article {
            title
            url
            markdown
            attribution
          }
        }
      }
    }
  }
`);

const client = new GraphQLClient(`${cms}/graphql`);
await mkdir(folder, { recursive: true });
let after: string | null = await readFile(cursorFile, 'utf8').catch(() => null);
let isWhole = after === null;
const present = new Set<string>();
for (let hasMore = true; hasMore;) {
  const { contentChanges: part } = await client.request(localCopyQuery, { after });
  isWhole ||= part.isRestart;
  for (const { type, documentId, document } of part.nodes) {
    if (type !== 'ARTICLE') continue;
    const file = `${documentId}.md`;
    if (document?.__typename !== 'Article') {
      await rm(path.join(folder, file), { force: true });
      continue;
    }
    present.add(file);
    const { title, url, markdown, attribution } = document;
    await writeFile(path.join(folder, file), `# ${title}\n\n${url}\n\n${markdown}\n\n${attribution}\n`);
  }
  ({ cursor: after, hasMore } = part);
}

// Read from the beginning, whatever was not told of is not there any more.
const files = isWhole ? (await readdir(folder)).filter((name) => name.endsWith('.md')) : [];
for (const file of files) if (!present.has(file)) await rm(path.join(folder, file));
// Last, so that a run that was cut short begins where this one did.
await writeFile(cursorFile, after ?? '');
