import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';

import { switchesAndRest } from './lib/arguments.ts';
import { SECRETS } from './lib/backup/backup.ts';
import { inNumbers } from './lib/backup/in-words.ts';
import type { Manifest } from './lib/backup/manifest.ts';
import { restoreBackup } from './lib/backup/restore.ts';
import { root, shown } from './lib/paths.ts';
import { readSettings } from './lib/prepare.ts';
import { Problem, script } from './lib/problem.ts';
import { readEnvFile, secretNames, storeSecrets } from './lib/secrets.ts';
import type { Settings } from './lib/settings.ts';

const { switches, rest } = switchesAndRest(['yes']);

await script(async () => {
  const [folder, ...more] = rest;
  if (folder === undefined || more.length > 0) throw new Problem(`Name the backup to restore.${known()}`);
  const { settings, cmsFile, missingSecrets } = readSettings('production');
  const restored = await restoreBackup(path.resolve(folder), settings, (manifest) => mayReplace(manifest, settings));
  if (!restored) {
    process.stdout.write('\nNothing was changed.\n\n');
    return;
  }
  const lines = [
    `Restored: the backup of ${restored.manifest.createdAt}.`,
    `  ${inNumbers(restored.manifest)}`,
    ...(restored.aside === null ? [] : [`  What was there before is in ${shown(restored.aside)}: delete it when you are sure.`]),
    `  ${secretsInWords(path.resolve(folder, SECRETS), cmsFile, missingSecrets)}`,
  ];
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
});

async function mayReplace({ createdAt }: Manifest, { cms }: Settings): Promise<boolean> {
  if (switches.yes) return true;
  const place = cms.DATABASE_URL === undefined ? shown(cms.CMS_DATA_DIR) : 'the database at DATABASE_URL';
  if (!process.stdin.isTTY) throw new Problem(`There is content in ${place}: add --yes to replace it with this backup.`);
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(
    `Replace the content in ${place} with the backup of ${createdAt}? It is kept aside. (yes/no) `,
  );
  prompt.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

/** Puts the secrets of a backup in place where there are none, and says how things stand. */
function secretsInWords(file: string, cmsFile: string, missing: readonly string[]): string {
  if (!existsSync(file)) {
    return missing.length === 0
      ? 'Its secrets are not in it: it goes with those that are set here, if they are the same as then.'
      : `Its secrets are not in it: put ${shown(cmsFile)} back before you start.`;
  }
  const secrets = readEnvFile(file);
  if (missing.length > 0) {
    storeSecrets(cmsFile, Object.fromEntries(missing.map((name) => [name, secrets[name] ?? ''])));
    return `Its secrets were put into ${shown(cmsFile)}.`;
  }
  const here = { ...readEnvFile(cmsFile), ...process.env };
  return secretNames.every((name) => here[name] === secrets[name])
    ? 'Its secrets are the ones that are set here.'
    : `Its secrets are not the ones that are set here, which stay: the others are in ${shown(file)}.`;
}

function known(): string {
  const folder = path.join(root, 'backups');
  if (!existsSync(folder)) return '';
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'manifest.json')));
  return names.length === 0
    ? ''
    : ` There are:\n${names
        .sort()
        .map((name) => `  ${shown(path.join(folder, name))}`)
        .join('\n')}`;
}
