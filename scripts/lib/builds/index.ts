import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { cmsRoot, root, siteRoot } from '../paths.ts';
import { runQuietly } from '../run.ts';

import { builds, refresh } from './freshness.ts';

/** What a step did, for people: an empty list means that everything was up to date. */
export type Made = string[];

const compiled = ['src', 'config'];

/** A file that was deleted in the sources must not live on in the build. */
function clear(folder: string, names: readonly string[]): void {
  for (const name of names) rmSync(path.join(folder, name), { recursive: true, force: true });
}

type Environment = Record<string, string | undefined>;

/** Compiles the contract that both apps are built on, if it is stale. */
export async function buildContract(): Promise<Made> {
  const isNew = await refresh(builds.contract, async () => {
    const folder = path.join(root, 'packages/types');
    const next = path.join(folder, 'node_modules/.cache/dist');
    clear(path.dirname(next), ['dist']);
    await runQuietly('The contract', 'tsc', ['-p', 'tsconfig.build.json', '--outDir', next], { cwd: folder });
    clear(folder, ['dist']);
    renameSync(next, path.join(folder, 'dist'));
  });
  return isNew ? ['contract'] : [];
}

/**
 * Builds the CMS's admin panel, if it is stale.
 * @param environment of the CMS: its configuration is read for the panel's address
 */
export async function buildCmsPanel(environment: Environment): Promise<Made> {
  // Strapi compiles the server on its way to the panel.
  const strapi = async () => {
    clear(path.join(cmsRoot, 'dist'), compiled);
    await runQuietly('The CMS', 'strapi', ['build'], { cwd: cmsRoot, env: environment });
  };
  const isNew = await refresh(builds.cmsPanel, async () => {
    await refresh(builds.cmsServer, strapi, () => true);
  });
  return isNew ? ['server', 'admin panel'] : [];
}

/** Compiles the server of the CMS, if it is stale. */
export async function buildCmsServer(): Promise<Made> {
  const isNew = await refresh(builds.cmsServer, async () => {
    const dist = path.join(cmsRoot, 'dist');
    const next = path.join(dist, '.next');
    clear(dist, ['.next']);
    await runQuietly('The CMS', 'tsc', ['-p', 'tsconfig.json', '--outDir', next], { cwd: cmsRoot });
    clear(dist, compiled);
    for (const part of compiled) renameSync(path.join(next, part), path.join(dist, part));
    clear(dist, ['.next']);
  });
  return isNew ? ['server'] : [];
}

/** Builds the site, if it is stale. */
export async function buildSite(): Promise<Made> {
  const isNew = await refresh(builds.site, async () => {
    clear(siteRoot, ['build']);
    await runQuietly('The site', 'remix', ['vite:build'], { cwd: siteRoot, env: { NODE_ENV: 'production' } });
  });
  return isNew ? ['site'] : [];
}
