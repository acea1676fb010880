import { isHalfExchanged } from './backup/exchange.ts';
import { databaseIsUsed } from './database/state.ts';
import { expectWritable } from './folders.ts';
import { shown } from './paths.ts';
import { Problem } from './problem.ts';
import { keepPrivate, newSecrets, SITE_TOKEN, storeSecrets } from './secrets.ts';
import { given, settingsFrom, type Settings } from './settings.ts';

/** The settings, and where secrets were stored if this start had to make them. */
export interface Prepared {
  settings: Settings;
  secretsMadeIn: string | null;
}

/** The settings for a script that needs no secrets: those that are missing are neither wanted nor kept. */
export function readSettings(mode: 'production' | 'development'): {
  settings: Settings;
  cmsFile: string;
  missingSecrets: string[];
} {
  const { cms, site, cmsFile } = given();
  const made = newSecrets(cms);
  return { settings: settingsFrom({ cms: { ...cms, ...made }, site }, mode), cmsFile, missingSecrets: irreplaceable(made) };
}

const irreplaceable = (made: Record<string, string>) => Object.keys(made).filter((name) => name !== SITE_TOKEN);

interface Options {
  /** That the old secrets are lost is known and accepted. */
  allowNewSecrets?: boolean;
  /** What else must hold before anything is written. */
  check?: (settings: Settings) => Promise<void>;
}

/**
 * Reads and checks all settings. Secrets that are missing are made and stored, unless there is content already: it was made with others,
 * which new ones cannot replace.
 * @throws {Problem} if anything is wrong; no secret has been stored then
 */
export async function prepareSettings(
  mode: 'production' | 'development',
  { allowNewSecrets = false, check = () => Promise.resolve() }: Options = {},
): Promise<Prepared> {
  const { cms, site, cmsFile } = given();
  const made = newSecrets(cms);
  const settings = settingsFrom({ cms: { ...cms, ...made }, site }, mode);
  refuseHalfRestored(settings.cms.CMS_DATA_DIR);
  await check(settings);
  expectWritable(settings.cms.CMS_DATA_DIR, 'CMS_DATA_DIR');
  expectWritable(settings.site.dataDir, 'WEB_DATA_DIR');
  const used = await databaseIsUsed(settings.cms);
  const names = Object.keys(made);
  if (names.length > 0) {
    const lost = irreplaceable(made);
    if (used && lost.length > 0 && !allowNewSecrets) throw new Problem(secretsLost(lost, cmsFile));
    storeSecrets(cmsFile, made);
  }
  keepPrivate(cmsFile);
  return { settings, secretsMadeIn: names.length > 0 ? cmsFile : null };
}

function secretsLost(names: string[], file: string): string {
  return [
    `There is a database, but its secrets are missing (${names.join(', ')}).`,
    `Put the file ${shown(file)} back that belongs to it, or set them by environment.`,
    'If they are lost, start once with --new-secrets: everyone is signed out, and access tokens made in the admin stop working.',
  ].join('\n');
}

function refuseHalfRestored(dataDir: string): void {
  if (isHalfExchanged(dataDir)) {
    throw new Problem(`A restore into ${shown(dataDir)} was cut short: run it again, then start.`);
  }
}
