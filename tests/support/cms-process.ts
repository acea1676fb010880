import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

import { execa } from 'execa';

import { cmsFlags, memoryHabits } from '../../scripts/lib/service/memory.ts';

import { freePort } from './ports.ts';

/** The CMS's folder. */
export const cmsRoot = fileURLToPath(new URL('../../apps/cms/', import.meta.url));

/** What a starting CMS reports to its parent; see `apps/cms/src/setup/report.ts`. */
type Report = { event: string } & Record<string, unknown>;

/** A CMS running as a process of its own, as in production. */
export interface CmsProcess {
  url: string;
  pid: number;
  dataDir: string;
  reports: Report[];
  /** Everything it has written so far. */
  output: () => string;
  /** Ends it by a signal and waits until it is gone. */
  stop: (signal?: 'SIGTERM' | 'SIGKILL' | 'SIGINT') => Promise<void>;
  exited: Promise<number | undefined>;
}

/** Secrets as a first start would make them. */
export function freshSecrets(): Record<string, string> {
  const secret = () => randomBytes(32).toString('base64');
  return {
    APP_KEYS: `${secret()},${secret()}`,
    API_TOKEN_SALT: secret(),
    ADMIN_JWT_SECRET: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret(),
  };
}

/** An empty folder for data that nobody needs after the test, and how to remove it. */
export function temporaryFolder(name: string): { path: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), `clinic-${name}-`));
  return {
    path: folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function collect(...streams: Readable[]): () => string {
  let text = '';
  const add = (chunk: unknown) => {
    text += String(chunk);
  };
  for (const stream of streams) stream.on('data', add);
  return () => text;
}

/**
 * Starts the built CMS on a data folder and waits until it answers.
 * @param app the folder of the Strapi to start, if it is another one
 * @throws {Error} with its output, if it ends before that
 */
export async function startCms(dataDir: string, env: Record<string, string> = {}, app = cmsRoot): Promise<CmsProcess> {
  const port = env['CMS_PORT'] ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = execa('node', [...cmsFlags, 'node_modules/@strapi/strapi/bin/strapi.js', 'start'], {
    cwd: app,
    env: {
      NODE_ENV: 'production',
      REVIEW_REQUIRED: 'off',
      CMS_PORT: String(port),
      CMS_URL: url,
      CMS_DATA_DIR: dataDir,
      ...memoryHabits,
      ...freshSecrets(),
      ...env,
    },
    ipc: true,
    reject: false,
    buffer: false,
  });
  const output = collect(child.stdout, child.stderr);
  const reports: Report[] = [];
  child.on('message', (message: unknown) => reports.push(message as Report));
  const exited = child.then(({ exitCode }) => exitCode);
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null) throw new Error(`The CMS ended before it was ready:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop: CmsProcess['stop'] = async (signal = 'SIGTERM') => {
    child.kill(signal);
    await exited;
  };
  return { url, pid: child.pid ?? 0, dataDir, reports, output, stop, exited };
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/_health`, { signal: AbortSignal.timeout(1_000) })).status === 204;
  } catch {
    return false;
  }
}
