'use strict';

// Every root script starts here, as `node scripts/run.cjs <name> [arguments]`: one process, so that signals reach the script itself.
const path = require('path');
const { pathToFileURL } = require('url');

const { oldNode } = require('./preflight.cjs');

function refuse(message) {
  process.stderr.write(`\n${message}\n\n`);
  process.exit(1);
}

const problem = oldNode(process.versions.node);
if (problem) refuse(problem);

const name = process.argv.splice(2, 1)[0];
import('tsx').then(
  () =>
    import(pathToFileURL(path.join(__dirname, `${name}.ts`)).href).catch((error) =>
      refuse(`${name} could not begin: ${process.argv.includes('--verbose') ? error.stack : error.message}`),
    ),
  () => refuse('The packages are not installed yet: run "npx --yes pnpm install" first.'),
);
