import { fileURLToPath } from 'node:url';

import { execa } from 'execa';

import { buildContract, buildSite } from '../../scripts/lib/builds/index.ts';
import { memoryHabits, siteFlags } from '../../scripts/lib/service/memory.ts';

import { temporaryFolder } from './cms-process.ts';
import { freePort } from './ports.ts';

/** The site's folder. */
export const siteRoot = fileURLToPath(new URL('../../apps/web/', import.meta.url));

/** The built site, running as a process of its own, as in production. */
export interface SiteProcess {
  /** Where it listens. */
  url: string;
  port: number;
  pid: number;
  dataDir: string;
  /** Everything it has written so far. */
  logs: () => string;
  /** Sends a signal without waiting. */
  signal: (signal: 'SIGTERM' | 'SIGINT') => void;
  /** Closes the channel to this process, as its end would. */
  abandon: () => void;
  /** Ends it, waits until it is gone, and removes its data folder unless the test brought its own. */
  stop: () => Promise<void>;
  /** The exit code, once it has ended. */
  exited: Promise<number | undefined>;
}

/** What a site needs to know. */
export interface SiteOptions {
  /** The CMS it asks; without one it finds it down. */
  cmsUrl?: string;
  dataDir?: string;
  port?: number;
  /** The folder of the built site, if it is another one. */
  app?: string;
  /** Runs it from its sources, with Vite, instead of the build. */
  development?: boolean;
  env?: Record<string, string>;
}

/** Builds the contract and the site where their sources have changed. */
export async function prepareSite(): Promise<void> {
  await buildContract();
  await buildSite();
}

/**
 * Starts the built site and waits until it says that it is ready.
 * @throws {Error} with what it wrote, if it ends before that
 */
export async function startSite({
  cmsUrl,
  dataDir,
  port,
  app = siteRoot,
  development = false,
  env = {},
}: SiteOptions = {}): Promise<SiteProcess> {
  const folder = dataDir === undefined ? temporaryFolder('site') : { path: dataDir, remove: () => undefined };
  const listenPort = port ?? (await freePort());
  const program = development ? ['--import', 'tsx', 'server/dev.ts'] : [...siteFlags, 'build/server/index.js'];
  const child = execa('node', program, {
    cwd: app,
    env: {
      ...memoryHabits,
      HOST: '127.0.0.1',
      PORT: String(listenPort),
      CMS_URL: cmsUrl ?? `http://127.0.0.1:${await freePort()}`,
      WEB_DATA_DIR: folder.path,
      ...env,
    },
    all: true,
    ipc: true,
    reject: false,
    buffer: false,
    // How long it takes to end is for the tests to judge.
    forceKillAfterDelay: false,
  });
  let logs = '';
  child.all.on('data', (chunk: unknown) => (logs += String(chunk)));
  const exited = child.then(({ exitCode }) => exitCode);
  const ready = new Promise<void>((resolve) => {
    child.on('message', (message: { event: string }) => {
      if (message.event === 'ready') resolve();
    });
  });
  const isReady = await Promise.race([ready.then(() => true), exited.then(() => false)]);
  if (!isReady) {
    folder.remove();
    throw new Error(`The site ended before it was ready, with code ${String(await exited)}:\n${logs}`);
  }
  return {
    url: `http://127.0.0.1:${listenPort}`,
    port: listenPort,
    pid: child.pid ?? 0,
    dataDir: folder.path,
    logs: () => logs,
    signal: (signal) => {
      child.kill(signal);
    },
    abandon: () => {
      child.disconnect();
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      folder.remove();
    },
    exited,
  };
}
