import path from 'node:path';

import { orInterrupted } from './interruption.ts';
import { cmsRoot, siteRoot } from './paths.ts';
import { answersWith, unexpectedEnd, untilReady } from './service/health.ts';
import { openLogFile } from './service/log-file.ts';
import { startService, type Service } from './service/service.ts';
import { innerAddress, type Settings } from './settings.ts';

/** The first administrator, whose password is told once. */
export interface Administrator {
  email: string;
  password: string;
}

/** The servers while they run, and what is known of them. */
export interface Session {
  cms?: Service;
  site?: Service;
  /** Known if this start made it, until it has been told. */
  administrator: Administrator | null;
  /** Takes each line that a server writes. */
  onLine: (server: string, line: string) => void;
}

/** How each app is started: by its build, or by its sources with hot reload. */
export interface Commands {
  cms: string[];
  site: string[];
}

const strapi = path.join(cmsRoot, 'node_modules/@strapi/strapi/bin/strapi.js');

/** The apps as they were built. */
export const built: Commands = { cms: [strapi, 'start'], site: ['build/server/index.js'] };

/**
 * The apps from their sources, with hot reload.
 * @param watchAdmin whether that includes the admin panel of the CMS, which then starts much slower
 */
export function watched({ watchAdmin }: { watchAdmin: boolean }): Commands {
  return {
    cms: [strapi, 'develop', ...(watchAdmin ? [] : ['--no-watch-admin', '--no-build-admin'])],
    site: ['--import', 'tsx', 'server/dev.ts'],
  };
}

/** Where the servers' logs are. */
export const logFolder = ({ cms }: Settings): string => path.join(cms.CMS_DATA_DIR, 'logs');

/** What a starting server tells: see apps/cms/src/setup/report.ts and apps/web/server/report.ts. */
export type Report =
  | { event: 'first-administrator'; email: string; password: string }
  | { event: 'demo-library'; done: number; of: number }
  | { event: 'ready' };

/**
 * Starts the CMS and waits until it answers.
 * @param progress is told how far the demo library is, on the start that loads it
 */
export async function startCms(
  settings: Settings,
  { cms }: Commands,
  session: Session,
  progress: (done: number, of: number) => void,
): Promise<void> {
  let lastSign = performance.now();
  const service = startService({
    name: 'The CMS',
    args: cms,
    cwd: cmsRoot,
    env: settings.cmsEnvironment,
    log: openLogFile(logFolder(settings), 'cms'),
    onLine: (line) => {
      session.onLine('cms', line);
    },
    onMessage: (message) => {
      lastSign = performance.now();
      const report = message as Report;
      if (report.event === 'first-administrator') session.administrator = report;
      if (report.event === 'demo-library') progress(report.done, report.of);
    },
  });
  session.cms = service;
  const health = `${innerAddress(settings.cms)}/_health`;
  await orInterrupted(
    untilReady(
      service,
      () => answersWith(204, health),
      () => lastSign,
    ),
  );
}

/** Starts the site and waits until it says that it is ready. */
export async function startSite(settings: Settings, { site }: Commands, session: Session): Promise<void> {
  const begun = performance.now();
  let ready = false;
  const service = startService({
    name: 'The site',
    args: site,
    cwd: siteRoot,
    env: settings.siteEnvironment,
    log: openLogFile(logFolder(settings), 'site'),
    onLine: (line) => {
      session.onLine('site', line);
    },
    onMessage: (message) => {
      if ((message as Report).event === 'ready') ready = true;
    },
  });
  session.site = service;
  await orInterrupted(
    untilReady(
      service,
      () => Promise.resolve(ready),
      () => begun,
    ),
  );
}

/** The servers that were started. The site comes first, since it asks the CMS. */
const serversOf = ({ site, cms }: Session): Service[] => [site, cms].filter((service) => service !== undefined);

/** How long the servers get to end by themselves; together less than the five seconds that a person waits. */
const GRACE_MS = 2_000;

/** Stops the servers, one after the other. */
export async function stopAll(session: Session): Promise<void> {
  for (const service of serversOf(session)) await service.stop(GRACE_MS);
}

/** Waits for ever, or until a server ends that nobody asked to. */
export async function untilOneEnds(session: Session): Promise<never> {
  const ends = serversOf(session).map(async (service) => unexpectedEnd(service, await service.ended));
  throw await Promise.race(ends);
}
