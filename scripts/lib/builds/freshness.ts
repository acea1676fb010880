import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { contentHash, listingHash } from '../fingerprint.ts';
import { root } from '../paths.ts';

import { waitForTurn } from './lock.ts';

/** What is made from what, as paths in the project. */
export interface Build {
  inputs: readonly string[];
  /** Inputs that do not count. */
  except?: RegExp;
  outputs: readonly string[];
  /** Where it is noted what the outputs were made from: beside them, so that they go together. */
  note: string;
}

interface Note {
  inputs: string;
  outputs: string;
}

const TESTS = /\.test\.tsx?$/;
const everywhere = ['tsconfig.base.json', 'pnpm-lock.yaml'];
const contractInputs = ['src', 'schema.graphql', 'package.json', 'tsconfig.json', 'tsconfig.build.json'].map(
  (name) => `packages/types/${name}`,
);
const within = (folder: string, names: readonly string[]) => names.map((name) => `${folder}/${name}`);

/** Everything that is built. The CMS has two parts: its server takes seconds, the panel that editors use about a minute. */
export const builds = {
  contract: {
    inputs: [...everywhere, ...contractInputs],
    except: TESTS,
    outputs: ['packages/types/dist'],
    note: 'packages/types/dist/.built.json',
  },
  cmsServer: {
    inputs: [...everywhere, ...contractInputs, ...within('apps/cms', ['src', 'config', 'package.json', 'tsconfig.json'])],
    except: /\.test\.tsx?$|^apps\/cms\/src\/admin\//,
    outputs: ['apps/cms/dist/src', 'apps/cms/dist/config'],
    note: 'apps/cms/dist/.built.json',
  },
  cmsPanel: {
    inputs: [
      ...everywhere,
      ...within('apps/cms', ['src/admin', 'config/admin.ts', 'config/plugins.ts', 'config/server.ts', 'package.json']),
    ],
    except: TESTS,
    outputs: ['apps/cms/dist/build'],
    note: 'apps/cms/dist/build/.built.json',
  },
  site: {
    inputs: [
      ...everywhere,
      ...contractInputs,
      ...within('apps/web', ['app', 'server', 'public', 'env.d.ts', 'vite.config.ts', 'package.json', 'tsconfig.json']),
    ],
    except: TESTS,
    outputs: ['apps/web/build'],
    note: 'apps/web/build/.built.json',
  },
} as const satisfies Record<string, Build>;

/** Whether the outputs are missing, were made from something else than what is there now, or were changed by another program. */
function isStale({ inputs, except, outputs, note }: Build): boolean {
  try {
    const made = JSON.parse(readFileSync(path.resolve(root, note), 'utf8')) as Note;
    return made.outputs !== listing(outputs) || made.inputs !== contentHash(inputs, except);
  } catch {
    return true;
  }
}

/**
 * Makes a build where it is needed, and notes what it was made from. One that fails, or is cut short, stays stale. One process at a
 * time makes it; another one waits, and then finds it made.
 * @returns whether it was made now
 */
export async function refresh(build: Build, make: () => Promise<void>, isNeeded = isStale): Promise<boolean> {
  if (!isNeeded(build)) return false;
  const release = await waitForTurn(build.note);
  try {
    if (!isNeeded(build)) return false;
    const note = path.resolve(root, build.note);
    rmSync(note, { force: true });
    const inputs = contentHash(build.inputs, build.except);
    await make();
    mkdirSync(path.dirname(note), { recursive: true });
    writeFileSync(note, JSON.stringify({ inputs, outputs: listing(build.outputs) } satisfies Note));
    return true;
  } finally {
    release();
  }
}

const listing = (outputs: readonly string[]) => listingHash(outputs, /[\\/]\.built\.json$/);
