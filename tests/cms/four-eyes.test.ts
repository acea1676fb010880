import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { paragraph, text, type Refused } from '../support/content.ts';
import { articles, Desk } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

describe('four eyes', () => {
  it('let an article go live only when a clinical reviewer who did not write it has looked at it as it is', async () => {
    const documentId = await desk.written();
    const refused = await desk.publish(documentId);
    expect(refused.status).toBe(400);
    expect((refused.body as Refused).error.message).toContain('Nobody has reviewed this yet.');
    const bulk = await desk.team.publisher('POST', `${articles}/actions/bulkPublish`, { documentIds: [documentId] });
    expect([bulk.status, await desk.isPublished(documentId)]).toEqual([400, false]);

    expect((await desk.review(documentId)).status).toBe(200);
    expect((await desk.publish(documentId)).status).toBe(200);
    const today = new Date().toISOString().slice(0, 10);
    expect(await desk.publicReview(documentId)).toEqual({
      reviewState: 'CURRENT',
      lastReviewed: today,
      reviewDue: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
    });

    // What is exempt may change; what is reviewed may not.
    await desk.save(documentId, { slug: `moved-${documentId}`, seo: { description: 'For search engines.' } }, desk.team.writer);
    expect((await desk.publish(documentId)).status).toBe(200);
    await desk.save(documentId, { summary: 'Another summary.', body: [text(paragraph('Other words.'))] }, desk.team.writer);
    const edited = await desk.publish(documentId);
    expect((edited.body as Refused).error.message).toContain('edited since its review (Summary and Text)');
    expect(await desk.standing(documentId)).toMatchObject({
      state: 'edited',
      changed: ['Summary', 'Text'],
      savers: ['Demo Writer'],
    });
    expect(await desk.publicReview(documentId)).toMatchObject({ reviewState: 'CURRENT' });
    await desk.review(documentId);
    expect((await desk.publish(documentId)).status).toBe(200);
  });

  it('let nobody approve what they saved, nor anybody who is no clinical reviewer', async () => {
    const documentId = await desk.written();
    await desk.save(documentId, { summary: 'Corrected by the reviewer.' }, desk.team['clinical-reviewer']);
    const own = await desk.review(documentId);
    expect(own.status).toBe(403);
    expect((own.body as Refused).error.message).toContain('You edited this since its last review.');
    for (const by of [desk.team.writer, desk.team.publisher, desk.cms.admin])
      expect((await desk.review(documentId, by)).status).toBe(403);
    expect((await desk.team['front-desk']('GET', `/reviews/${documentId}`)).status).toBe(403);
    expect((await desk.publish(documentId, desk.cms.admin)).status).toBe(400);
  });

  it('want the whole list confirmed, of the text that is there now', async () => {
    const documentId = await desk.written();
    const { hash, checklist } = await desk.standing(documentId);
    const mark = (marking: object) => desk.team['clinical-reviewer']('POST', '/reviews', { documentId, note: '', ...marking });
    expect((await mark({ hash, checklist: ['claims'] })).status).toBe(400);
    await desk.save(documentId, { summary: 'Changed while somebody reads.' }, desk.team.writer);
    const late = await mark({ hash, checklist: checklist.map(({ key }) => key) });
    expect((late.body as Refused).error.message).toContain('while you were reading');
  });

  it('make nobody an author who only publishes', async () => {
    const documentId = await desk.written();
    await desk.review(documentId);
    const { body } = await desk.team.publisher('GET', `${articles}/${documentId}`);
    const { title, summary } = (body as { data: { title: string; summary: string } }).data;
    expect((await desk.team.publisher('POST', `${articles}/${documentId}/actions/publish`, { title, summary })).status).toBe(200);
    expect((await desk.standing(documentId)).savers).toEqual([]);
  });

  it('know samples for what they are', async () => {
    const { data } = await desk.cms.graphql(
      '{ articles(filters: { slug: { eq: "introduction-to-act-therapy" } }) { documentId reviewState lastReviewed } }',
    );
    const [sample] = data?.['articles'] as unknown as { documentId: string }[];
    expect(sample).toMatchObject({ reviewState: 'DEMO', lastReviewed: null });
    expect(await desk.standing(sample?.documentId ?? '')).toMatchObject({ state: 'sample', isValid: true });
    const listed = await desk.team.writer('GET', `${articles}?filters[reviewState][$eq]=sample&pageSize=50`);
    const { results } = listed.body as { results: { documentId: string }[] };
    expect(results.map(({ documentId: id }) => id)).toContain(sample?.documentId);
  });

  it('tell those who may review, by mail and on their home page, that somebody asks', async () => {
    const title = `Asked for ${Date.now()}`;
    const documentId = await desk.written({ title });
    expect((await desk.team.writer('POST', '/reviews/requests', { documentId, note: 'Please look at the doses.' })).status).toBe(
      200,
    );
    await expect
      .poll(() => desk.mailbox.letters)
      .toMatchObject([
        { to: ['clinical-reviewer@example.org'], text: expect.stringContaining('Please look at the doses.') as string },
      ]);
    const { body } = await desk.team['clinical-reviewer']('GET', '/home/waiting-reviews');
    expect((body as { entries: object[] }).entries).toMatchObject([{ documentId, title, askedByName: 'Demo Writer' }]);
    const listed = await desk.team.writer('GET', `${articles}?filters[reviewState][$eq]=waiting`);
    expect((listed.body as { results: object[] }).results).toMatchObject([{ documentId }]);
    await desk.review(documentId);
    expect((await desk.standing(documentId)).state).toBe('reviewed');
  });
});

describe('a review that is overdue', () => {
  it('is shown on the home page, and told once a week', async () => {
    const documentId = await desk.written({ title: 'Long overdue' });
    await desk.review(documentId);
    await desk.cms.strapi.db.query('clinic::review').updateMany({ where: { documentId }, data: { dueOn: '2020-01-01' } });
    await desk.publish(documentId);
    const { body } = await desk.team['clinical-reviewer']('GET', '/home/due-reviews');
    expect((body as { overdue: object[] }).overdue).toMatchObject([{ documentId, title: 'Long overdue' }]);
    expect(await desk.publicReview(documentId)).toMatchObject({ reviewState: 'DUE' });

    const { sendDigestWeekly } = desk.cms.module<{ sendDigestWeekly: (strapi: unknown, now: Date) => Promise<void> }>(
      'mail/digest',
    );
    const nextWeek = new Date(Date.now() + 8 * 86_400_000);
    desk.mailbox.letters.length = 0;
    await sendDigestWeekly(desk.cms.strapi, nextWeek);
    await sendDigestWeekly(desk.cms.strapi, nextWeek);
    expect(desk.mailbox.letters).toMatchObject([
      {
        to: ['clinical-reviewer@example.org'],
        subject: '1 review is overdue',
        text: expect.stringContaining('Long overdue') as string,
      },
    ]);
  });
});
