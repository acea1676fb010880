import type { Core } from '@strapi/strapi';

const REVIEW = 'clinic::review';
const REQUEST = 'clinic::review-request';
const SAVER = 'clinic::draft-saver';

/** A clinical review of an article as it was at that moment. It is never changed. */
export interface Review {
  id: number;
  documentId: string;
  hash: string;
  /** What each field was, so that later changes can be named. */
  fields: Record<string, string>;
  reviewerId: number | null;
  reviewerName: string;
  reviewedAt: string;
  /** The day by which the next review is due. */
  dueOn: string | null;
  note: string;
  checklist: string[];
  /** Of the demo library: nobody has looked at anything. */
  demo: boolean;
}

/** Somebody asks for a review; open until there is one. */
interface ReviewRequest {
  id: number;
  documentId: string;
  askedById: number;
  askedByName: string;
  askedAt: string;
  note: string;
}

/** Somebody who changed a draft since it was last reviewed. */
export interface Saver {
  documentId: string;
  userId: number;
  name: string;
  savedAt: string;
}

const ofDocument = (tableName: string) => ({ name: `${tableName}_document_index`, columns: ['document_id'] });

const models = [
  {
    uid: REVIEW,
    singularName: 'review',
    tableName: 'article_reviews',
    attributes: {
      id: { type: 'increments' },
      documentId: { type: 'string' },
      hash: { type: 'string' },
      fields: { type: 'json' },
      reviewerId: { type: 'integer' },
      reviewerName: { type: 'string' },
      reviewedAt: { type: 'datetime' },
      dueOn: { type: 'date' },
      note: { type: 'text' },
      checklist: { type: 'json' },
      demo: { type: 'boolean' },
    },
    indexes: [ofDocument('article_reviews')],
  },
  {
    uid: REQUEST,
    singularName: 'review-request',
    tableName: 'article_review_requests',
    attributes: {
      id: { type: 'increments' },
      documentId: { type: 'string' },
      askedById: { type: 'integer' },
      askedByName: { type: 'string' },
      askedAt: { type: 'datetime' },
      note: { type: 'text' },
    },
    indexes: [ofDocument('article_review_requests')],
  },
  {
    uid: SAVER,
    singularName: 'draft-saver',
    tableName: 'article_draft_savers',
    attributes: {
      id: { type: 'increments' },
      documentId: { type: 'string' },
      userId: { type: 'integer' },
      name: { type: 'string' },
      savedAt: { type: 'datetime' },
    },
    indexes: [ofDocument('article_draft_savers')],
  },
];

/** Gives reviews, requests for one, and those who saved a draft tables of their own. */
export function keepReviewRecords(strapi: Core.Strapi): void {
  for (const model of models) strapi.get<{ add: (one: object) => void }>('models').add(model);
}

interface Table<Row> {
  findOne: (question: object) => Promise<Row | null>;
  findMany: (question: object) => Promise<Row[]>;
  create: (question: { data: Omit<Row, 'id'> }) => Promise<Row>;
  deleteMany: (question: object) => Promise<unknown>;
}

const table = <Row>(uid: string) => strapi.db.query(uid) as unknown as Table<Row>;
const reviews = () => table<Review>(REVIEW);
const requests = () => table<ReviewRequest>(REQUEST);
const savers = () => table<Saver>(SAVER);

const newestFirst = { id: 'desc' };

/** The reviews of an article, the newest first. */
export function reviewsOf(documentId: string): Promise<Review[]> {
  return reviews().findMany({ where: { documentId }, orderBy: newestFirst });
}

export function savedBy(documentId: string): Promise<Saver[]> {
  return savers().findMany({ where: { documentId }, orderBy: { id: 'asc' } });
}

export function openRequest(documentId: string): Promise<ReviewRequest | null> {
  return requests().findOne({ where: { documentId }, orderBy: newestFirst });
}

export function openRequests(): Promise<ReviewRequest[]> {
  return requests().findMany({ orderBy: { id: 'asc' } });
}

/** Keeps a review. With it, whoever saved before and whoever asked are forgotten: the count begins anew. */
export async function keepReview(review: Omit<Review, 'id'>): Promise<void> {
  await reviews().create({ data: review });
  await savers().deleteMany({ where: { documentId: review.documentId } });
  await requests().deleteMany({ where: { documentId: review.documentId } });
}

export async function keepSaver(saver: Saver): Promise<void> {
  const { documentId, userId } = saver;
  await savers().deleteMany({ where: { documentId, userId } });
  await savers().create({ data: saver });
}

/** A new request takes the place of an older one. */
export async function keepRequest(request: Omit<ReviewRequest, 'id'>): Promise<void> {
  await requests().deleteMany({ where: { documentId: request.documentId } });
  await requests().create({ data: request });
}
