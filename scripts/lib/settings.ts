import path from 'node:path';

import { parseEnv, type Env } from '../../apps/cms/src/env.ts';
import { parseEnvironment, type Environment } from '../../apps/web/app/config/environment.ts';

import { cmsRoot, shown, siteRoot } from './paths.ts';
import { Problem } from './problem.ts';
import { readEnvFile, secretNames, SITE_TOKEN } from './secrets.ts';

type Values = Record<string, string | undefined>;

/** The settings of both apps, checked, and the environments that hand them on. */
export interface Settings {
  cms: Env;
  site: Environment;
  /** What the CMS's process gets. */
  cmsEnvironment: Values;
  /** What the site's process gets: none of the CMS's secrets. */
  siteEnvironment: Values;
}

/** What has been set: by the environment, which wins, or in the env file of the CMS or of the site. */
export interface Given {
  cms: Values;
  site: Values;
  cmsFile: string;
}

/** Collects what has been set. An empty value counts as not set. */
export function given(environment: Values = process.env): Given {
  // The name of this setting is Strapi's own: it reads the file by itself when it is started alone.
  const cmsFile = path.resolve(cmsRoot, environment['ENV_PATH'] ?? '.env');
  const siteFile = path.join(siteRoot, '.env');
  const files = { cms: readEnvFile(cmsFile), site: readEnvFile(siteFile) };
  for (const name of SHARED) {
    const [one, other] = [files.cms[name], files.site[name]];
    if (one !== undefined && other !== undefined && one !== other) {
      throw new Problem(`${name} is not the same in ${shown(cmsFile)} and ${shown(siteFile)}: set it in one of them only.`);
    }
  }
  const set = notEmpty(environment);
  const shared = { ...pick(files.site, SHARED), ...pick(files.cms, SHARED) };
  return { cms: { ...files.cms, ...shared, ...set }, site: { ...files.site, ...shared, ...set }, cmsFile };
}

/** What both apps need to know: their addresses, and by what the CMS knows the site. */
const SHARED = ['SITE_URL', 'CMS_URL', SITE_TOKEN] as const;

/**
 * Checks the settings of both apps with the apps' own parsers, and fills in what one of them has to know of the other.
 * @throws {Problem} that names every setting that is wrong
 */
export function settingsFrom({ cms, site }: Pick<Given, 'cms' | 'site'>, mode: 'production' | 'development'): Settings {
  const siteSettings = attempt(() => parseEnvironment(site, siteRoot));
  // The site's address follows its port, which has to be right first.
  const siteUrl = 'value' in siteSettings ? siteSettings.value.siteUrl : undefined;
  const cmsEnvironment: Values = {
    ...cms,
    NODE_ENV: mode,
    SITE_URL: siteUrl,
    CMS_DATA_DIR: path.resolve(cmsRoot, cms['CMS_DATA_DIR'] ?? '.data'),
  };
  const cmsSettings = attempt(() => parseEnv(cmsEnvironment));
  const problems = [cmsSettings, siteSettings].flatMap((result) => ('problem' in result ? [result.problem] : []));
  if ('problem' in cmsSettings || 'problem' in siteSettings) throw new Problem(problems.join('\n'));

  const settings = { cms: cmsSettings.value, site: siteSettings.value };
  if (settings.cms.CMS_PORT === settings.site.port) {
    throw new Problem(`The site and the CMS are both to use port ${settings.site.port}: set PORT or CMS_PORT to another one.`);
  }
  return {
    ...settings,
    cmsEnvironment: { ...cmsEnvironment, CMS_URL: settings.cms.CMS_URL },
    siteEnvironment: {
      ...without(site, secretNames),
      NODE_ENV: mode,
      SITE_URL: siteUrl,
      // Side by side on one machine, the site needs no detour by the CMS's public address.
      CMS_URL: innerAddress(settings.cms),
      // Also if this start has made it.
      [SITE_TOKEN]: settings.cms.SITE_TOKEN,
    },
  };
}

/** Where the CMS is reached on this machine, whatever its public address. */
export function innerAddress({ CMS_HOST, CMS_PORT }: Pick<Env, 'CMS_HOST' | 'CMS_PORT'>): string {
  const everywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
  const host = everywhere[CMS_HOST] ?? CMS_HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${CMS_PORT}`;
}

function attempt<T>(parse: () => T): { value: T } | { problem: string } {
  try {
    return { value: parse() };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function notEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

function without(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
