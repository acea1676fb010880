import { expect } from 'vitest';

import { ARTICLE, articleData, openShelf, type Shelf } from './content.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';
import { bootStrapi, type CallAdmin, type TestCms } from './strapi.ts';
import { gatherTeam, type Role } from './team.ts';

export const articles = `/content-manager/collection-types/${ARTICLE}`;

/** What the CMS says of an article's review. */
interface Standing {
  state: string;
  hash: string;
  isValid: boolean;
  changed: string[];
  savers: string[];
  against: string | null;
  checklist: { key: string }[];
}

/** A CMS in which articles need a review, the team that works in it, its mail, and what the team does most often. */
export class Desk {
  private constructor(
    readonly cms: TestCms,
    readonly team: Record<Role, CallAdmin>,
    readonly shelf: Shelf,
    readonly mailbox: Mailbox,
  ) {}

  static async open(): Promise<Desk> {
    const mailbox = await openMailbox();
    const cms = await bootStrapi({ REVIEW_REQUIRED: 'on', SMTP_URL: mailbox.url, MAIL_FROM: 'Clinic <desk@example.org>' });
    return new Desk(cms, await gatherTeam(cms), await openShelf(cms.strapi), mailbox);
  }

  async close(): Promise<void> {
    await this.cms.stop();
    await this.mailbox.close();
  }

  /** A new draft. @returns its document */
  async written(changes: Record<string, unknown> = {}, by: CallAdmin = this.team.writer): Promise<string> {
    const { status, body } = await by('POST', articles, articleData(this.shelf, changes));
    expect(status).toBe(201);
    return (body as { data: { documentId: string } }).data.documentId;
  }

  save(documentId: string, changes: object, by: CallAdmin) {
    return by('PUT', `${articles}/${documentId}`, changes);
  }

  async standing(documentId: string, by: CallAdmin = this.team['clinical-reviewer']): Promise<Standing> {
    return (await by('GET', `/reviews/${documentId}`)).body;
  }

  async review(documentId: string, by: CallAdmin = this.team['clinical-reviewer']) {
    const { hash, checklist } = await this.standing(documentId, by);
    return by('POST', '/reviews', { documentId, hash, note: 'Fine.', checklist: checklist.map(({ key }) => key) });
  }

  publish(documentId: string, by: CallAdmin = this.team.publisher) {
    return by('POST', `${articles}/${documentId}/actions/publish`, {});
  }

  async isPublished(documentId: string): Promise<boolean> {
    const published = this.cms.strapi.db.query(ARTICLE).findOne({ where: { documentId, publishedAt: { $notNull: true } } });
    return (await published) !== null;
  }

  /** What visitors are told of an article's review. */
  async publicReview(documentId: string): Promise<unknown> {
    const { data } = await this.cms.graphql(`{ article(documentId: "${documentId}") { reviewState lastReviewed reviewDue } }`);
    return data?.['article'];
  }
}
