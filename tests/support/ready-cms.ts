import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';

import { cmsRoot, freshSecrets, startCms, temporaryFolder } from './cms-process.ts';

/** A prepared CMS: its compiled code stands in `apps/cms/dist`, its filled database and media in `dataDir`. */
export interface ReadyCms {
  dataDir: string;
  secrets: Record<string, string>;
  administrator: { email: string; password: string };
}

const cacheFolder = fileURLToPath(new URL('../.cache/', import.meta.url));
const inputs = ['src', 'config', 'seed', 'package.json'].map((name) => path.join(cmsRoot, name));

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (file: string) => hash.update(path.relative(cmsRoot, file)).update(readFileSync(file));
  for (const entry of paths) {
    if (path.extname(entry) !== '') add(entry);
    else {
      const files = readdirSync(entry, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
      files.map((file) => path.join(file.parentPath, file.name)).sort().forEach(add);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Compiles the CMS and fills a database by a first start, once per state of its sources; later calls find it ready.
 * Copy the data folder before you use it: see `copyOf`.
 */
export async function prepareCms(): Promise<ReadyCms> {
  await execa('tsc', ['-p', 'tsconfig.json'], { cwd: cmsRoot, preferLocal: true });
  const folder = path.join(cacheFolder, `cms-${hashOf(inputs)}`);
  const facts = path.join(folder, 'ready.json');
  if (!existsSync(facts)) await fill(folder, facts);
  return JSON.parse(readFileSync(facts, 'utf8')) as ReadyCms;
}

async function fill(folder: string, facts: string): Promise<void> {
  const workshop = temporaryFolder('ready');
  const secrets = freshSecrets();
  try {
    const cms = await startCms(workshop.path, secrets);
    await cms.stop();
    const administrator = cms.reports.find(({ event }) => event === 'first-administrator');
    if (!administrator) throw new Error(`The first start made no administrator:\n${cms.output()}`);
    rmSync(cacheFolder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const dataDir = path.join(folder, 'data');
    cpSync(workshop.path, dataDir, { recursive: true });
    const { email, password } = administrator;
    writeFileSync(`${facts}.new`, JSON.stringify({ dataDir, secrets, administrator: { email, password } }));
    renameSync(`${facts}.new`, facts);
  } finally {
    workshop.remove();
  }
}

/** A copy of the filled database and media that a test may change. */
export function copyOf({ dataDir }: Pick<ReadyCms, 'dataDir'>): { path: string; remove: () => void } {
  const copy = temporaryFolder('cms');
  cpSync(dataDir, copy.path, { recursive: true });
  return copy;
}
