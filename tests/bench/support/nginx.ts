import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { temporaryFolder } from '../../support/cms-process.ts';
import { freePort } from '../../support/ports.ts';

/** An answer that nginx gives from a file. */
export interface StaticAnswer {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** Whether what is measured with can be found. */
export function hasTools(): boolean {
  return ['nginx', 'wrk'].every((tool) => spawnSync('which', [tool]).status === 0);
}

/** What nginx makes by itself. */
const OWN = /^(?:connection|content-length|date|etag|keep-alive|last-modified|transfer-encoding|x-request-id)$/;

/** Starts nginx with one worker, as fast as it goes, serving the same bytes under the same headers. */
export async function startNginx(answers: readonly StaticAnswer[]): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = temporaryFolder('nginx');
  // A worker that is started by the system's administrator reads as somebody else.
  chmodSync(folder.path, 0o755);
  const port = await freePort();
  const files = path.join(folder.path, 'files');
  mkdirSync(files);
  const locations = answers.map(({ path: at, headers, body }, i) => {
    writeFileSync(path.join(files, String(i)), body);
    const lines = Object.entries(headers)
      .filter(([name]) => !OWN.test(name) && name !== 'content-type')
      .map(([name, value]) => `add_header ${name} '${value.replaceAll("'", String.raw`\'`)}';`);
    // An alias would not do for "/", which nginx takes for a folder.
    return `location = ${at} { root ${files}; try_files /${i} =404; default_type '${headers['content-type'] ?? ''}'; ${lines.join(' ')} }`;
  });
  const config = path.join(folder.path, 'nginx.conf');
  writeFileSync(
    config,
    `worker_processes 1; pid ${folder.path}/pid; error_log ${folder.path}/error.log; daemon off;
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=100; types {}
server { listen 127.0.0.1:${port}; ${locations.join('\n')} } }`,
  );
  const child = spawn('nginx', ['-c', config], { stdio: 'inherit' });
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const url = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(url + (answers[0]?.path ?? '/')).then(
      (response) => response.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error('nginx did not start.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      folder.remove();
    },
  };
}

/** What came of asking one address for some seconds. */
export interface Load {
  perSecond: number;
  /** In milliseconds. */
  p99: number;
}

/** Asks as fast as 32 kept connections allow. */
export function atFullSpeed(url: string, headers: readonly string[]): Promise<Load> {
  return wrk(['-c32', ...headers.flatMap((header) => ['-H', header]), url]);
}

const PATIENT = 64;

/** Asks about so many times a second: each of 64 readers waits for a while, another each time, before it asks again. */
export async function atRate(url: string, headers: readonly string[], perSecond: number): Promise<Load> {
  const folder = temporaryFolder('wrk');
  const script = path.join(folder.path, 'wait.lua');
  const pause = Math.round((2 * PATIENT * 1_000) / perSecond);
  writeFileSync(script, `function delay() return math.random(0, ${pause}) end`);
  try {
    return await wrk([`-c${PATIENT}`, '-s', script, ...headers.flatMap((header) => ['-H', header]), url]);
  } finally {
    folder.remove();
  }
}

async function wrk(options: readonly string[]): Promise<Load> {
  const child = spawn('wrk', ['-t1', '-d4s', '--latency', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  await new Promise((resolve) => child.once('exit', resolve));
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(said)?.[1];
  const [, value, unit = ''] = /99%\s+([\d.]+)(us|ms|s)/.exec(said) ?? [];
  if (rate === undefined || value === undefined || /Non-2xx or 3xx|Socket errors/.test(said))
    throw new Error(`wrk says:\n${said}`);
  return { perSecond: Number(rate), p99: Number(value) * ({ us: 0.001, ms: 1 }[unit] ?? 1_000) };
}
