import { Listr, PRESET_TIMER, type ListrTask } from 'listr2';

import { buildCmsPanel, buildCmsServer, buildContract, buildSite, type Made } from './builds/index.ts';
import { orInterrupted } from './interruption.ts';
import { shown } from './paths.ts';
import { PlainLines } from './plain-lines.ts';
import { expectFree } from './ports.ts';
import { prepareSettings, readSettings } from './prepare.ts';
import type { Administrator } from './servers.ts';
import type { Settings } from './settings.ts';

/** What the steps of a script hand on to each other. */
export interface Context {
  settings: Settings;
  /** Known if a step made it. */
  administrator?: Administrator | null;
}

/** One step of a script: shown with its progress and the time it took. */
export type Step = ListrTask<Context>;

/** Runs steps one after the other: alive in a terminal, as plain lines elsewhere. */
export async function runSteps(steps: Step[], { plain = !process.stdout.isTTY } = {}): Promise<Context> {
  const options = { registerSignalListeners: false };
  const list = plain
    ? new Listr<Context, typeof PlainLines>(steps, { ...options, renderer: PlainLines })
    : new Listr<Context>(steps, {
        ...options,
        rendererOptions: { timer: PRESET_TIMER, showErrorMessage: false, collapseSubtasks: false },
      });
  return list.run();
}

/** Reads and checks the settings, and makes the secrets that are missing. */
export function settingsStep(
  mode: 'production' | 'development',
  { allowNewSecrets = false, ports = false }: { allowNewSecrets?: boolean; ports?: boolean } = {},
): Step {
  return {
    title: 'Settings',
    task: async (context, task) => {
      const { settings, secretsMadeIn } = await prepareSettings(mode, {
        allowNewSecrets,
        check: ports ? expectFreePorts : () => Promise.resolve(),
      });
      context.settings = settings;
      task.title =
        secretsMadeIn === null ? 'Settings are right' : `Settings are right; new secrets are in ${shown(secretsMadeIn)}`;
    },
  };
}

/** Reads and checks the settings for a build, which holds no secrets. */
export function buildSettingsStep(): Step {
  return {
    title: 'Settings',
    task: (context, task) => {
      context.settings = readSettings('production').settings;
      task.title = 'Settings are right';
    },
  };
}

async function expectFreePorts({ cms, site }: Settings): Promise<void> {
  await expectFree({ host: site.host, port: site.port, hostSetting: 'HOST', portSetting: 'PORT' });
  await expectFree({ host: cms.CMS_HOST, port: cms.CMS_PORT, hostSetting: 'CMS_HOST', portSetting: 'CMS_PORT' });
}

/** Which builds a script needs. */
export interface Needed {
  cms?: ('server' | 'panel')[];
  site?: boolean;
}

/** Builds what is stale: first the contract, then the two apps side by side. */
export function buildSteps({ cms = [], site = false }: Needed): Step[] {
  const contract: Step = {
    title: 'Contract',
    task: async (_context, task) => {
      task.title = inWords('Contract', await orInterrupted(buildContract()));
    },
  };
  const cmsStep: Step = {
    title: cms.includes('panel') ? 'CMS: if its admin panel has to be built, this takes a minute' : 'CMS',
    enabled: cms.length > 0,
    task: async ({ settings }, task) => {
      const made = cms.includes('panel') ? await orInterrupted(buildCmsPanel(settings.cmsEnvironment)) : [];
      if (cms.includes('server')) made.push(...(await orInterrupted(buildCmsServer())));
      task.title = inWords('CMS', made);
    },
  };
  const siteStep: Step = {
    title: 'Site',
    enabled: site,
    task: async (_context, task) => {
      task.title = inWords('Site', await orInterrupted(buildSite()));
    },
  };
  return [contract, sideBySide([cmsStep, siteStep])];
}

/** One step, nameless itself, that does several at once. */
export function sideBySide(steps: Step[]): Step {
  return { task: (_context, task) => task.newListr(steps, { concurrent: true }) };
}

function inWords(what: string, made: Made): string {
  if (made.length === 0) return `${what}: up to date`;
  return made.length === 1 && made[0] === what.toLowerCase() ? `${what}: built` : `${what}: built (${made.join(', ')})`;
}
