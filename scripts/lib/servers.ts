import type { Server } from 'node:net';
import path from 'node:path';

import { orInterrupted } from './interruption.ts';
import { cmsRoot, siteRoot } from './paths.ts';
import { answersWith, unexpectedEnd, untilReady } from './service/health.ts';
import { openLogFile } from './service/log-file.ts';
import { cmsFlags, siteFlags } from './service/memory.ts';
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
  /** Takes the socket of a site whose place another one takes. */
  handOver?: (socket: Server) => void;
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
export const built: Commands = { cms: [...cmsFlags, strapi, 'start'], site: [...siteFlags, 'build/server/index.js'] };

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
  | { event: 'ready' | 'waiting' | 'handed-over' };

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
  const { service, says } = launchSite(settings, site, session);
  session.site = service;
  await says('ready');
}

/**
 * Starts the site anew, from the build that is there now, without a gap: the new one loads everything, then the running one hands over its
 * socket, in which visitors wait meanwhile, answers those it still has, and ends.
 * @throws {Problem} if the new one cannot start; the running one goes on
 */
export async function replaceSite(settings: Settings, { site }: Commands, session: Session): Promise<void> {
  const before = session.site;
  if (!before) return;
  const { service: next, says } = launchSite(settings, [...site, '--take-over'], session);
  try {
    await says('waiting');
  } catch (error) {
    await next.stop(GRACE_MS);
    throw error;
  }
  session.handOver = (socket) => {
    // Closed here as soon as it is sent: this process must not answer anybody.
    next.send({ event: 'take-over' }, socket, () => socket.close());
  };
  session.site = next;
  before.send({ event: 'hand-over' });
  await says('ready');
  await before.ended;
}

/** Starts the site, and gives a way to wait until it has said something. */
function launchSite(
  settings: Settings,
  args: string[],
  session: Session,
): { service: Service; says: (event: Report['event']) => Promise<void> } {
  const begun = performance.now();
  const said = new Set<string>();
  const service = startService({
    name: 'The site',
    args,
    cwd: siteRoot,
    env: settings.siteEnvironment,
    log: openLogFile(logFolder(settings), 'site'),
    onLine: (line) => {
      session.onLine('site', line);
    },
    onMessage: (message, socket) => {
      const { event } = message as Report;
      said.add(event);
      if (event === 'handed-over' && socket) session.handOver?.(socket);
    },
  });
  const says = (event: string) =>
    orInterrupted(
      untilReady(
        service,
        () => Promise.resolve(said.has(event)),
        () => begun,
      ),
    );
  return { service, says };
}

/** The servers that were started. The site comes first, since it asks the CMS. */
const serversOf = ({ site, cms }: Session): Service[] => [site, cms].filter((service) => service !== undefined);

/** How long the servers get to end by themselves; together less than the five seconds that a person waits. */
const GRACE_MS = 2_000;

/** Stops the servers, one after the other. */
export async function stopAll(session: Session): Promise<void> {
  for (const service of serversOf(session)) await service.stop(GRACE_MS);
}

/** Waits for ever, or until a server ends that nobody asked to. One whose place another has taken may. */
export async function untilOneEnds(session: Session): Promise<never> {
  for (;;) {
    const ends = serversOf(session).map(async (service) => ({ service, how: await service.ended }));
    const { service, how } = await Promise.race(ends);
    if (serversOf(session).includes(service)) throw unexpectedEnd(service, how);
  }
}
