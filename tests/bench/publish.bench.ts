import { startCms } from '../support/cms-process.ts';
import { ARTICLE, paragraph } from '../support/content.ts';
import { copyOf, prepareCms, preparePanel } from '../support/ready-cms.ts';
import { adminOf, type CallAdmin } from '../support/strapi.ts';

import type { Bench } from './support/bench.ts';
import { longArticle, sourceData } from './support/long-article.ts';
import { median, milliseconds, quantile } from './support/statistics.ts';
import { startStockStrapi } from './support/stock-strapi.ts';
import { table } from './support/table.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 60);
const WARM_UP = 10;
const of = (uid: string) => `/content-manager/collection-types/${uid}`;

/** Saves and publishes one long article again and again, as the Publish button does. */
class Editor {
  readonly changes: number[] = [];
  readonly moves: number[] = [];
  private documentId = '';
  private shelf = { category: '', author: '' };
  private sources: string[] = [];

  constructor(private readonly admin: CallAdmin) {}

  async begin(): Promise<void> {
    for (let i = 0; i < 8; i++) this.sources.push(await this.make('api::source.source', sourceData(i)));
    this.shelf = {
      category: await this.make('api::category.category', {
        name: 'Bench',
        slug: 'bench',
        description: 'Things.',
        order: 99,
        palette: 'fern',
      }),
      author: await this.make('api::contributor.contributor', {
        name: 'Somebody',
        slug: 'somebody-at-the-bench',
        role: 'Writer',
        bio: [paragraph('Someone.')],
        demo: true,
      }),
    };
    this.documentId = await this.make(ARTICLE, longArticle(this.shelf, this.sources, 0));
  }

  /** Publishes a change of the text; every fourth time under a new address. */
  async publish(round: number): Promise<void> {
    const isMove = round % 4 === 3;
    const article = longArticle(this.shelf, this.sources, round);
    const slug = `a-long-article-${Math.floor((round + 1) / 4)}`;
    const start = performance.now();
    const { status, body } = await this.admin('POST', `${of(ARTICLE)}/${this.documentId}/actions/publish`, { ...article, slug });
    const took = performance.now() - start;
    if (status !== 200) throw new Error(`Publishing was answered with ${status}: ${JSON.stringify(body)}`);
    if (round >= WARM_UP) (isMove ? this.moves : this.changes).push(took);
  }

  private async make(uid: string, data: Record<string, unknown>): Promise<string> {
    const { status, body } = await this.admin('POST', of(uid), data);
    if (status !== 201) throw new Error(`${uid} was not saved: ${JSON.stringify(body)}`);
    return (body as { data: { documentId: string } }).data.documentId;
  }
}

/** Publishing with everything that follows from it, beside the same in Strapi as it comes. Both take turns, so both meet the same noise. */
const publish: Bench = async (say) => {
  say('Preparing both …');
  await preparePanel();
  const ready = await prepareCms();
  const data = copyOf(ready);
  const cms = await startCms(data.path, ready.secrets);
  const stock = await startStockStrapi();
  try {
    const [ours, theirs] = [new Editor(adminOf(cms.url, ready.administrator)), new Editor(stock.admin)];
    await ours.begin();
    await theirs.begin();
    say(`Publishing ${WARM_UP + ROUNDS} times in each …`);
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      await ours.publish(round);
      await theirs.publish(round);
    }
    const row = (what: string, mine: number[], stocks: number[]) => [
      what,
      milliseconds(median(mine)),
      milliseconds(quantile(mine, 0.95)),
      milliseconds(median(stocks)),
      milliseconds(quantile(stocks, 0.95)),
      `${(median(mine) / median(stocks)).toFixed(2)} ×`,
    ];
    return [
      '',
      'Publishing an article of 1,500 words (SQLite, over HTTP: save and publish, as the Publish button does)',
      '',
      table(
        ['', 'this CMS', '95 %', 'stock Strapi', '95 %', 'ratio'],
        [row('a changed text', ours.changes, theirs.changes), row('under a new address', ours.moves, theirs.moves)],
      ),
      '',
      'This CMS: rules, references, lists, search, redirects and the change feed, in one transaction that is on the disk when it answers.',
    ];
  } finally {
    await cms.stop();
    await stock.stop();
    data.remove();
  }
};

export default publish;
