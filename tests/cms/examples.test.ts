import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { temporaryFolder } from '../support/cms-process.ts';
import { ARTICLE, articleData, openShelf } from '../support/content.ts';
import { root } from '../support/operations.ts';
import { bootStrapi, type TestCms } from '../support/strapi.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await bootStrapi();
});
afterAll(() => cms.stop());

const examples = path.join(root, 'docs/examples');
const run = (file: string, ...args: string[]) =>
  execa(file.endsWith('.ts') ? 'tsx' : 'node', [path.join(examples, file), cms.url, ...args], { preferLocal: true, cwd: root });

describe('the example apps', () => {
  it('newsletter.mjs lists the newest articles and says what stands behind them', async () => {
    const { stdout } = await run('newsletter.mjs');
    const { data } = await cms.graphql('{ articles(pagination: { limit: 5 }) { title attribution } }');
    const articles = data?.['articles'] as unknown as { title: string; attribution: string }[];
    for (const { title, attribution } of articles) {
      expect(stdout).toContain(title);
      expect(stdout).toContain(attribution);
    }
    expect(stdout).toContain('No clinical review stands behind this text at present.');
  });

  it('partner-page.ts writes one article as Markdown', async () => {
    const slug = 'how-psychology-lost-and-found-trauma';
    const { stdout } = await run('partner-page.ts', slug);
    const { data } = await cms.graphql(`{ articleBySlug(slug: "${slug}") { ... on Article { title markdown attribution } } }`);
    const { title, markdown, attribution } = data?.['articleBySlug'] as unknown as Record<string, string>;
    expect(stdout.trim()).toBe(`# ${title}\n\n${markdown}\n${attribution}`);
  });

  it('partner-page.ts tells a page that never was', async () => {
    expect((await run('partner-page.ts', 'never-was')).stdout).toBe('There never was an article at this address.');
  });

  it(
    'local-copy.ts keeps in step through publish, edit, slug change and withdrawal, and starts anew after a restore',
    { timeout: 240_000 },
    async () => {
      const folder = temporaryFolder('copy');
      const copy = async () => {
        await run('local-copy.ts', folder.path);
        const files = readdirSync(folder.path).filter((name) => name.endsWith('.md'));
        return new Map(files.map((name) => [name.replace('.md', ''), readFileSync(path.join(folder.path, name), 'utf8')]));
      };
      const published = async () => {
        const { data } = await cms.graphql(
          '{ articles(pagination: { limit: 60 }) { documentId title url markdown attribution } }',
        );
        const articles = data?.['articles'] as unknown as Record<string, string>[];
        return new Map(
          articles.map(({ documentId, title, url, markdown, attribution }) => [
            documentId,
            `# ${title}\n\n${url}\n\n${markdown}\n\n${attribution}\n`,
          ]),
        );
      };
      const articles = cms.strapi.documents(ARTICLE as never);
      const inStep = async () => {
        const expected = await published();
        expect(await copy()).toEqual(expected);
        return expected;
      };

      const before = await inStep();
      expect(before.size).toBeGreaterThan(10);

      const data = articleData(await openShelf(cms.strapi));
      const { documentId } = await articles.create({ data: data as never });
      expect((await inStep()).has(documentId)).toBe(false);
      await articles.publish({ documentId });
      expect((await inStep()).get(documentId)).toContain(`# ${String(data['title'])}`);

      await articles.update({ documentId, data: { title: 'Edited' } as never });
      await articles.publish({ documentId });
      expect((await inStep()).get(documentId)).toContain('# Edited');

      await articles.update({ documentId, data: { slug: 'elsewhere-now' } as never });
      await articles.publish({ documentId });
      expect((await inStep()).get(documentId)).toContain('/articles/elsewhere-now');

      await articles.unpublish({ documentId });
      expect((await inStep()).has(documentId)).toBe(false);

      // As after a restore: the cursor is of another history, and a file stands there that nobody tells of.
      writeFileSync(path.join(folder.path, '.cursor'), '000000000000.999');
      writeFileSync(path.join(folder.path, 'of-another-history.md'), 'Old.');
      expect(await inStep()).toEqual(before);
      folder.remove();
    },
  );
});
