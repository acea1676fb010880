import { mkdirSync, rmSync } from 'node:fs';

import { Problem } from '../../scripts/lib/problem.ts';
import { launchBrowser } from '../support/browser.ts';
import { startClinic } from '../support/clinic.ts';
import { adminOf } from '../support/strapi.ts';
import { inviteTeam } from '../support/team.ts';

import { pictures, type Plot } from './pictures.ts';
import { folder, setStage, type Stage } from './stage.ts';

const collections = '/content-manager/collection-types';

/** Takes every picture of the editors' guide from the running product, as the people of a team see it. */
export async function takePictures(say: (line: string) => void): Promise<void> {
  const clinic = await startClinic({ REVIEW_REQUIRED: 'on' });
  const browser = await launchBrowser();
  try {
    const team = await inviteTeam(clinic.cmsUrl, adminOf(clinic.cmsUrl, clinic.administrator));
    const plot = await begin(setStage(clinic.cmsUrl, team, browser));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, take] of Object.entries(pictures)) {
      await take(name, plot);
      say(name);
    }
  } finally {
    await browser.close();
    await clinic.stop();
  }
}

/** An article that a writer has begun, and the entries of the demo library that the pictures show. */
async function begin(stage: Stage): Promise<Plot> {
  const find = async (kind: string, filter: string): Promise<string> => {
    const { body } = await stage.call('writer')('GET', `${collections}/${kind}?filters${filter}`);
    const [entry] = (body as { results: { documentId: string }[] }).results;
    if (!entry) throw new Problem(`The demo library has no ${kind} with ${filter}.`);
    return entry.documentId;
  };
  const article = (slug: string) => find('api::article.article', `[slug][$eq]=${slug}`);
  const original = await article('introduction-to-act-therapy');
  const { body } = await stage.call('writer')('POST', `${collections}/api::article.article/clone/${original}`, {
    title: 'What Happens in a First ACT Session?',
    slug: 'what-happens-in-a-first-act-session',
    shortAnswer: '',
  });
  return {
    stage,
    draft: (body as { data: { documentId: string } }).data.documentId,
    withTable: await article('ketamine-with-therapy-or-infusions-alone'),
    later: await article('ketamine-dose-ranges-explained'),
    source: await find('api::source.source', '[citationKey][$eq]=MUR13'),
  };
}
