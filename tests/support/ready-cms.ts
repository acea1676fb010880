import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildCmsPanel, buildCmsServer, buildContract } from '../../scripts/lib/builds/index.ts';

import { cmsRoot, freshSecrets, startCms, temporaryFolder } from './cms-process.ts';

/** A prepared CMS: its compiled code stands in `apps/cms/dist`, its filled database and media in `dataDir`. */
export interface ReadyCms {
  dataDir: string;
  secrets: Record<string, string>;
  administrator: { email: string; password: string };
}

const cacheFolder = fileURLToPath(new URL('../.cache/', import.meta.url));
const A_DAY = 86_400_000;

/** What decides how a freshly filled database looks. */
const inputs = [
  'seed',
  ...[
    'access',
    'api',
    'components',
    'database',
    'demo-library',
    'publishing',
    'editorial',
    'changes',
    'contract',
    'reviews',
    'search',
  ].map((name) => `src/${name}`),
]
  .map((name) => path.join(cmsRoot, name))
  .filter((folder) => existsSync(folder));

function hashOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    for (const file of files.map(({ parentPath, name }) => path.join(parentPath, name)).sort()) {
      hash.update(path.relative(cmsRoot, file)).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Builds the admin where it is stale. Whoever builds it needs some secrets; none of them ends in it. */
export async function preparePanel(): Promise<void> {
  await buildContract();
  await buildCmsPanel({ ...process.env, NODE_ENV: 'production', ...freshSecrets() });
}

/** Compiles the contract and the CMS where their sources have changed. */
export async function compileCms(): Promise<void> {
  await buildContract();
  await buildCmsServer();
}

/**
 * Compiles the CMS and fills a database by a first start, once per state of what decides its content; later calls find it ready.
 * Copy the data folder before you use it: see `copyOf`.
 */
export async function prepareCms(): Promise<ReadyCms> {
  await compileCms();
  const folder = path.join(cacheFolder, `cms-${hashOf(inputs)}`);
  if (!existsSync(folder)) await fill(folder);
  const facts = JSON.parse(readFileSync(path.join(folder, 'facts.json'), 'utf8')) as Omit<ReadyCms, 'dataDir'>;
  return { dataDir: path.join(folder, 'data'), ...facts };
}

/** Everything is put together beside its place and moved there whole, so that two runs at once do not meet half of it. */
async function fill(folder: string): Promise<void> {
  const workshop = `${folder}.${process.pid}`;
  const secrets = freshSecrets();
  mkdirSync(workshop, { recursive: true });
  try {
    const cms = await startCms(path.join(workshop, 'data'), secrets);
    await cms.stop();
    const administrator = cms.reports.find(({ event }) => event === 'first-administrator');
    if (!administrator) throw new Error(`The first start made no administrator:\n${cms.output()}`);
    const { email, password } = administrator;
    writeFileSync(path.join(workshop, 'facts.json'), JSON.stringify({ secrets, administrator: { email, password } }));
    if (!existsSync(folder)) renameSync(workshop, folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  removeOld();
}

function removeOld(): void {
  for (const name of readdirSync(cacheFolder)) {
    const entry = path.join(cacheFolder, name);
    if (Date.now() - statSync(entry).mtimeMs > A_DAY) rmSync(entry, { recursive: true, force: true });
  }
}

/** A copy of the filled database and media that a test may change. */
export function copyOf({ dataDir }: Pick<ReadyCms, 'dataDir'>): { path: string; remove: () => void } {
  const copy = temporaryFolder('cms');
  cpSync(dataDir, copy.path, { recursive: true });
  return copy;
}
