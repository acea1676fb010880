import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { paragraph, text } from '../support/content.ts';
import { articles, Desk } from '../support/desk.ts';
import type { CallAdmin } from '../support/strapi.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

describe('several articles at once', () => {
  interface Told {
    candidates: { documentId: string; title: string; isPublished: boolean; problems: { message: string }[] }[];
  }
  const judge = (documentIds: string[], by: CallAdmin = desk.team.publisher) =>
    by('POST', '/publish-candidates', { documentIds });
  async function verdicts(...documentIds: string[]) {
    const { candidates } = (await judge(documentIds)).body as Told;
    return candidates.map(({ isPublished: asItStands, problems }) =>
      asItStands ? 'published' : problems.map(({ message }) => message),
    );
  }
  const leadingTo = (slug: string) => ({ body: [text(paragraph(['the other', `/articles/${slug}`]))] });

  it('are told apart before anything happens: what can go live, and what stands against the rest', async () => {
    const [fine, lacking, live] = [await desk.written(), await desk.written({ shortAnswer: '' }), await desk.written()];
    for (const documentId of [fine, live]) await desk.review(documentId);
    await desk.publish(live);
    expect(await verdicts(fine, lacking, live)).toEqual([
      [],
      ['Write the short answer.', expect.stringContaining('Nobody has reviewed this yet.')],
      'published',
    ]);
    expect(await desk.isPublished(fine)).toBe(false);
    const { status } = await desk.team.publisher('POST', `${articles}/actions/bulkPublish`, { documentIds: [fine] });
    expect([status, await desk.isPublished(fine)]).toEqual([200, true]);
    for (const by of [desk.team.writer, desk.team['front-desk']]) expect((await judge([fine], by)).status).toBe(403);
    expect((await judge([])).status).toBe(400);
  });

  it('may lead to each other, if each of them can go live', async () => {
    const [one, other] = [`one-${Date.now()}`, `other-${Date.now()}`];
    const first = await desk.written({ slug: one, ...leadingTo(other) });
    const second = await desk.written({ slug: other, ...leadingTo(one) });
    await desk.review(first);
    expect(await verdicts(first, second)).toEqual([
      [expect.stringContaining('where no visitor finds anything')],
      [expect.stringContaining('where no visitor finds anything'), expect.stringContaining('Nobody has reviewed this yet.')],
    ]);
    await desk.review(second);
    expect(await verdicts(first, second)).toEqual([[], []]);
    const { status } = await desk.team.publisher('POST', `${articles}/actions/bulkPublish`, { documentIds: [first, second] });
    expect([status, await desk.isPublished(first), await desk.isPublished(second)]).toEqual([200, true, true]);
  });

  it('cannot share an address', async () => {
    const slug = `shared-${Date.now()}`;
    const [first, second] = [await desk.written({ slug }), await desk.written({ slug })];
    for (const documentId of [first, second]) await desk.review(documentId);
    expect(await verdicts(first, second)).toEqual([[], [expect.stringContaining('address')]]);
  });
});
