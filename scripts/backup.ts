import path from 'node:path';

import { switchesAndRest } from './lib/arguments.ts';
import { makeBackup } from './lib/backup/backup.ts';
import { inNumbers } from './lib/backup/in-words.ts';
import { root, shown } from './lib/paths.ts';
import { readSettings } from './lib/prepare.ts';
import { Problem, script } from './lib/problem.ts';

const { switches, rest } = switchesAndRest(['with-secrets']);

await script(async () => {
  const [into = path.join(root, 'backups'), ...more] = rest;
  if (more.length > 0) throw new Problem('Name one folder for the backup, or none.');
  const withSecrets = switches['with-secrets'];
  const { settings, cmsFile, missingSecrets } = readSettings('production');
  if (withSecrets && missingSecrets.length > 0)
    throw new Problem(`There are no secrets to back up yet (${missingSecrets.join(', ')}).`);
  const { folder, manifest } = await makeBackup(settings, { into: path.resolve(into), withSecrets });
  const lines = [
    `Backup made: ${shown(folder)}`,
    `  ${inNumbers(manifest)}`,
    withSecrets
      ? '  It holds the secrets of the CMS: whoever has it can act as the CMS. Keep it where only you can read it.'
      : `  The secrets of the CMS are not in it. Keep a copy of ${shown(cmsFile)} apart from it, or add --with-secrets.`,
    ...(manifest.missingUploads.length > 0
      ? [
          `  ${manifest.missingUploads.length} files of the media library were missing before: ${manifest.missingUploads.slice(0, 5).join(', ')}`,
        ]
      : []),
    `  To restore it: npx --yes pnpm restore ${shown(folder)}`,
  ];
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
});
