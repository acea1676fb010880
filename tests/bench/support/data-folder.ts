import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import { prepareCms } from '../../support/ready-cms.ts';

import { fillWithArticles } from './many-articles.ts';

/**
 * Makes a data folder with the demo library and copies of its articles until so many are published, lists, search and change feed
 * included. One that was made before is made anew.
 */
export async function fillDataFolder(folder: string, count: number, say: (line: string) => void): Promise<void> {
  say('Preparing the demo library …');
  const ready = await prepareCms();
  const workshop = `${folder}.${process.pid}`;
  try {
    cpSync(ready.dataDir, workshop, { recursive: true });
    say(`Writing ${count.toLocaleString('en-US')} articles …`);
    const begun = performance.now();
    fillWithArticles(path.join(workshop, 'content.db'), count);
    say(`Written in ${((performance.now() - begun) / 1_000).toFixed(0)} s.`);
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(workshop, folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}
