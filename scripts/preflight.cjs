'use strict';

// pnpm runs this before it installs anything, on whatever Node there is: plain CommonJS, nothing newer than ES2015, no packages.
const fs = require('fs');
const https = require('https');
const path = require('path');

/** Says what to do if this version of Node is too old; null if it will do. */
function oldNode(version) {
  const numbers = version.split('.').map(Number);
  if (numbers[0] > 20 || (numbers[0] === 20 && numbers[1] >= 19)) return null;
  return `This project needs Node 20.19 or newer, and this is Node ${version}: install a newer one from https://nodejs.org, then run the same command again.`;
}

/** Says what to do if a folder cannot be written; null if it can. */
function readOnly(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return null;
  } catch (error) {
    return `The folder ${folder} cannot be written (${error.code}): make it writable for your user, or copy the project to a folder that is.`;
  }
}

/** Which of the tools that compile a native package are missing. On Windows its installer finds them by itself. */
function missingTools(env, platform) {
  if (platform === 'win32') return [];
  const folders = (env.PATH || '').split(path.delimiter).filter(Boolean);
  const isThere = (name) => Boolean(name) && folders.some((folder) => fs.existsSync(path.resolve(folder, name)));
  const tools = [
    ['python3', [env.npm_config_python, env.PYTHON, 'python3', 'python']],
    ['make', [env.MAKE, 'make', 'gmake']],
    ['a C++ compiler', [(env.CXX || '').split(' ')[0], 'c++', 'g++', 'clang++']],
  ];
  return tools.filter((tool) => !tool[1].some(isThere)).map((tool) => tool[0]);
}

/** Whether the database driver, the one package that may have to be compiled, is ready in this folder. */
function driverIsBuilt(folder) {
  const store = path.join(folder, 'node_modules', '.pnpm');
  const file = path.join('node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node');
  if (!fs.existsSync(store)) return false;
  return fs.readdirSync(store).some((name) => name.startsWith('better-sqlite3@') && fs.existsSync(path.join(store, name, file)));
}

/** Asks whether the driver can be had ready-made; behind a proxy, its installer will find out. */
function driverCanBeFetched(env, answer) {
  if (env.HTTPS_PROXY || env.https_proxy || env.npm_config_https_proxy) {
    answer(true);
    return;
  }
  const request = https.request({ method: 'HEAD', host: 'github.com', path: '/WiseLibs/better-sqlite3/releases' });
  request.setTimeout(5000, () => request.destroy(new Error('no answer')));
  request.on('response', (response) => {
    response.resume();
    answer(true);
  });
  request.on('error', () => answer(false));
  request.end();
}

/** Says what to do where the driver must be compiled and cannot be. */
function noCompiler(missing) {
  return `The database driver has to be compiled here, and the tools for it are missing (${missing.join(', ')}): install them (on Debian or Ubuntu: apt-get install python3 make g++; on macOS: xcode-select --install), or allow connections to github.com, where it is ready-made; then run the same command again.`;
}

function refuse(message) {
  process.stderr.write(`\n${message}\n\n`);
  process.exitCode = 1;
}

function main() {
  const root = path.join(__dirname, '..');
  const problem = oldNode(process.versions.node) || readOnly(root);
  if (problem) {
    refuse(problem);
    return;
  }
  const missing = missingTools(process.env, process.platform);
  if (missing.length === 0 || driverIsBuilt(root)) return;
  driverCanBeFetched(process.env, (can) => {
    if (!can) refuse(noCompiler(missing));
  });
}

if (require.main === module) main();

module.exports = { oldNode, readOnly, missingTools, driverIsBuilt, noCompiler };
