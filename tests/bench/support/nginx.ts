import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  const locations = answers.map(({ path: at, headers, body }, i) => {
    const file = path.join(folder.path, 'files', String(i));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, body);
    const lines = Object.entries(headers)
      .filter(([name]) => !OWN.test(name) && name !== 'content-type')
      .map(([name, value]) => `add_header ${name} '${value.replaceAll("'", String.raw`\'`)}';`);
    return `location = ${at} { alias ${file}; default_type '${headers['content-type'] ?? ''}'; ${lines.join(' ')} }`;
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

/** Asks as fast as 32 kept connections allow. */
export async function requestsPerSecond(url: string, headers: readonly string[]): Promise<number> {
  const options = ['-t1', '-c32', '-d4s', ...headers.flatMap((header) => ['-H', header]), url];
  const child = spawn('wrk', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  await new Promise((resolve) => child.once('exit', resolve));
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(said)?.[1];
  if (rate === undefined || /Non-2xx or 3xx|Socket errors/.test(said)) throw new Error(`wrk says:\n${said}`);
  return Number(rate);
}

/** The processor time that a process has used so far. */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticks;
}
