import type { Page } from 'playwright-core';

import { ARTICLE } from '../support/content.ts';

import type { Stage } from './stage.ts';

const articles = `/content-manager/collection-types/${ARTICLE}`;
const sources = '/content-manager/collection-types/api::source.source';
const A_STUDY = `@article{carhart2021,
  author = {Carhart-Harris, Robin and Giribaldi, Bruna and Watts, Rosalind},
  title = {Trial of Psilocybin versus Escitalopram for Depression},
  journal = {New England Journal of Medicine},
  year = {2021}, volume = {384}, number = {15}, pages = {1402--1411},
  doi = {10.1056/NEJMoa2032994}
}`;

/** “it can lift mood for a short while”, in the first paragraph of that article. */
const CITED_WORDS = 8;

/** What the pictures show, as it came about while they were taken. */
export interface Plot {
  stage: Stage;
  /** The article that the team writes. */
  draft: string;
  /** Articles of the demo library. */
  withTable: string;
  later: string;
  source: string;
}

const panel = (page: Page, title: string) => page.locator('aside', { has: page.locator('h2', { hasText: title }) });

async function openDraft({ stage, draft }: Plot, role: Parameters<Stage['as']>[0]): Promise<Page> {
  const page = await stage.as(role);
  await page.goto(`${stage.cmsUrl}/admin${articles}/${draft}`);
  await page.getByTestId('article-review').waitFor();
  await page.getByTestId('ready-to-publish').getByRole('status').waitFor();
  return page;
}

const opened = async ({ stage }: Plot, role: Parameters<Stage['as']>[0], path: string): Promise<Page> => {
  const page = await stage.as(role);
  await page.goto(`${stage.cmsUrl}/admin${path}`);
  return page;
};

type Take = (name: string, plot: Plot) => Promise<void>;

/** Every picture of the editors' guide, in the order in which an article goes its way. */
export const pictures: Record<string, Take> = {
  'article.webp': async (name, plot) => {
    const page = await openDraft(plot, 'writer');
    await plot.stage.shoot(name, page);
  },
  'blocks.webp': async (name, plot) => {
    const page = await openDraft(plot, 'writer');
    await page.getByRole('button', { name: 'Add a block' }).click();
    const heading = page.getByText('Choose a block');
    await plot.stage.shoot(
      name,
      page,
      page.getByRole('button', { name: 'Questions' }).last(),
      heading,
      page.getByRole('button', { name: 'Text', exact: true }).last(),
    );
  },
  'comparison-table.webp': async (name, plot) => {
    const page = await opened(plot, 'writer', `${articles}/${plot.withTable}`);
    await page.getByRole('button', { name: 'Comparison table' }).first().click();
    const cell = (row: number, column: number) => page.locator(`[data-place="${row},${column}"]`);
    await cell(1, 1).click();
    await plot.stage.shoot(name, page, cell(3, 2), cell(3, -1), page.getByRole('toolbar', { name: 'Table tools' }));
  },
  'paste-reference.webp': async (name, plot) => {
    const page = await opened(plot, 'writer', `${sources}/create`);
    await page.getByLabel('BibTeX, RIS or a DOI').fill(A_STUDY);
    await page.getByRole('button', { name: 'Fill in the form' }).click();
    await page.getByTestId('paste-reference').getByText('Filled in').waitFor();
    await plot.stage.shoot(name, page);
  },
  'cite.webp': async (name, plot) => {
    const page = await opened(plot, 'writer', `${articles}/${plot.withTable}`);
    await page.getByRole('button', { name: 'Text', exact: true }).first().click();
    const paragraph = page.locator('[data-slate-editor] p').first();
    const { width, height } = (await paragraph.boundingBox()) ?? { width: 0, height: 0 };
    await paragraph.click({ position: { x: width - 4, y: height - 8 } });
    for (const key of ['ArrowLeft', ...Array<string>(CITED_WORDS).fill('Control+Shift+ArrowLeft')])
      await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Link', exact: true }).first().click();
    const address = page.getByPlaceholder('Paste link');
    await address.fill('https://doi.org/10.1001/archpsyc.63.8.856');
    await plot.stage.shoot(
      name,
      page,
      paragraph,
      address,
      page
        .getByRole('dialog')
        .or(page.getByRole('button', { name: 'Cancel' }))
        .first(),
    );
  },
  'open-beside.webp': async (name, plot) => {
    const page = await openDraft(plot, 'writer');
    const [beside] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Open beside' }).click()]);
    await beside.setViewportSize({ width: 820, height: 720 });
    await beside.getByRole('heading', { level: 1 }).waitFor();
    await beside.waitForLoadState('load');
    await plot.stage.shoot(name, beside);
    await beside.close();
  },
  'reviewer-link.webp': async (name, plot) => {
    const page = await openDraft(plot, 'writer');
    await plot.stage.call('writer')('POST', '/preview-links', {
      model: ARTICLE,
      documentId: plot.draft,
      label: 'Dr. Rowan, pharmacy',
      days: 7,
    });
    await page.reload();
    await page.getByText('Links for reviewers').click();
    await plot.stage.shoot(name, page, panel(page, 'Seen as a page'));
  },
  'mark-as-reviewed.webp': async (name, plot) => {
    const { stage, draft } = plot;
    await stage.call('writer')('PUT', `${articles}/${draft}`, {
      shortAnswer:
        'It teaches people to make room for hard feelings and to act on what matters to them. Trials find it about as helpful as other talk therapies for depression and anxiety.',
    });
    await stage.call('writer')('POST', '/reviews/requests', {
      documentId: draft,
      note: 'Please look at what block 3 says about trials.',
    });
    const page = await openDraft(plot, 'clinical-reviewer');
    await page.getByRole('button', { name: 'Review this article' }).click();
    await page.getByTestId('article-review').getByRole('checkbox').first().click();
    await stage.shoot(name, page, panel(page, 'Clinical review'));
  },
  'publish-later.webp': async (name, plot) => {
    const { stage, later } = plot;
    const year = new Date().getFullYear() + 1;
    await stage.call('publisher')('POST', '/schedules', {
      documentId: later,
      action: 'unpublish',
      time: `${year}-01-11T09:00`,
    });
    const page = await opened(plot, 'publisher', `${articles}/${later}`);
    await page.getByTestId('schedules').getByText('Is taken off the site').first().waitFor();
    await stage.shoot(name, page, panel(page, 'Publish later'));
  },
  'home.webp': async (name, plot) => {
    const page = await opened(plot, 'clinical-reviewer', '');
    await page.getByTestId('widget-waiting-reviews').getByRole('link').first().waitFor();
    await page.getByTestId('widget-schedules').getByRole('link').first().waitFor();
    await plot.stage.shoot(name, page);
  },
  'edited-since-review.webp': async (name, plot) => {
    const { stage, draft } = plot;
    const { body } = await stage.call('clinical-reviewer')('GET', `/reviews/${draft}`);
    const { hash, checklist } = body as { hash: string; checklist: { key: string }[] };
    await stage.call('clinical-reviewer')('POST', '/reviews', {
      documentId: draft,
      hash,
      note: '',
      checklist: checklist.map(({ key }) => key),
    });
    await stage.call('publisher')('POST', `${articles}/${draft}/actions/publish`, {});
    await stage.call('writer')('PUT', `${articles}/${draft}`, {
      summary: 'What Acceptance and Commitment Therapy is, and what happens in a session.',
    });
    const page = await openDraft(plot, 'writer');
    await page.getByText('Changed since then: Summary.').waitFor();
    await stage.shoot(name, page, panel(page, 'Clinical review'));
  },
  'publish-several.webp': async (name, plot) => {
    const { stage, later } = plot;
    await stage.call('publisher')('PUT', `${articles}/${later}`, { related: [] });
    const page = await opened(plot, 'publisher', articles);
    await page.getByRole('row').nth(2).waitFor();
    await page.waitForLoadState('networkidle');
    for (const row of [1, 2]) await page.getByRole('row').nth(row).getByRole('checkbox').click();
    await page.getByText('2 entries selected').waitFor();
    await page
      .locator('button', { hasText: /^Publish$/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('can be published').first().waitFor();
    await stage.shoot(name, page, page.getByRole('dialog'));
  },
  'where-used.webp': async (name, plot) => {
    const page = await opened(plot, 'publisher', `${sources}/${plot.source}`);
    await page.getByTestId('where-used').getByRole('link').first().waitFor();
    await plot.stage.shoot(name, page, panel(page, 'Where is this used?'));
  },
  'files-in-use.webp': async (name, plot) => {
    const page = await opened(plot, 'publisher', '/files-in-use');
    await page.getByTestId('files-in-use').getByRole('link').first().waitFor();
    await page.waitForLoadState('networkidle');
    const files = page
      .getByTestId('files-in-use')
      .getByRole('listitem')
      .filter({ has: page.locator('img') });
    await plot.stage.shoot(name, page, page.getByRole('heading', { level: 1 }), files.nth(3), files.nth(5));
  },
};
