import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { temporaryFolder } from '../../support/cms-process.ts';
import { freePort } from '../../support/ports.ts';

/** An answer that is given as it is. */
export interface StaticAnswer {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** What servers make by themselves. */
export const OWN = /^(?:connection|content-length|date|etag|keep-alive|last-modified|transfer-encoding|x-request-id)$/;

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
