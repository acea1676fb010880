import { graphql, parseArticleBody, parseRichText, type TadaDocumentNode } from '@clinic/types';
import { print } from 'graphql';
import * as v from 'valibot';

import { articlePageFragment, type Article } from './articles.server.ts';
import { boundedFetch } from './bounded-fetch.server.ts';
import { parsed } from './client.server.ts';
import {
  clinicQuery,
  homeTextsQuery,
  standingTextsQuery,
  type Clinic,
  type HomeTexts,
  type StandingTexts,
} from './clinic.server.ts';
import { ContentError } from './content-error.ts';

import { env } from '#app/config/env.server.ts';

/** Drafts never come by the public interface. This is the one other way: a token that the CMS signed opens one document. */

const bounds = { timeoutMs: 4_000, maxBytes: 2 * 1024 * 1024 };
const OPERATION = 'Preview';

const aboutSchema = v.object({
  type: v.picklist(['article', 'clinic']),
  documentId: v.string(),
  version: v.picklist(['draft', 'published']),
  for: v.picklist(['editor', 'reviewer']),
  /** In seconds since 1970. */
  expires: v.number(),
  /** Where the CMS is reached by editors. */
  editedAt: v.string(),
});

/** What a token opens, for whom and until when. */
export type PreviewFacts = v.InferOutput<typeof aboutSchema>;

const openedSchema = v.object({ about: aboutSchema, version: v.nullable(v.string()) });
const stateSchema = v.object({ version: v.nullable(v.string()), renewed: v.nullable(v.string()) });

/** Whether a draft was saved again, and the token by which the preview goes on, if the present one is soon over. */
export type PreviewState = v.InferOutput<typeof stateSchema>;

async function post(path: '/preview/document' | '/preview/state', body: object): Promise<unknown> {
  let response: Response;
  try {
    response = await boundedFetch(
      `${env.cmsUrl}${path}`,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(env.siteToken !== undefined && { Authorization: `Bearer ${env.siteToken}` }),
        },
        body: JSON.stringify(body),
      },
      bounds,
    );
  } catch (error) {
    throw new ContentError(OPERATION, 'unreachable', error);
  }
  if (response.status === 404) return null;
  if (!response.ok) throw new ContentError(OPERATION, 'rejected', `status ${response.status}`);
  return response.json();
}

/** What a token opens and which state its document is in; null for a token that is forged, over or taken back. */
export async function openPreview(token: string): Promise<(PreviewFacts & { state: string }) | null> {
  const answer = await post('/preview/document', { token });
  if (answer === null) return null;
  const { about, version } = parsed(OPERATION, (value) => v.parse(openedSchema, value), answer);
  return version === null ? null : { ...about, state: version };
}

/** See {@link PreviewState}; null once the token opens nothing any more. */
export async function previewState(token: string): Promise<PreviewState | null> {
  const answer = await post('/preview/state', { token });
  return answer === null ? null : parsed(OPERATION, (value) => v.parse(stateSchema, value), answer);
}

/** Asks without variables: which document is meant, the CMS knows by the token. */
async function ask<Result, Variables>(token: string, document: TadaDocumentNode<Result, Variables>): Promise<Result | null> {
  const answer = await post('/preview/document', { token, query: print(document) });
  return answer === null ? null : (answer as { data: Result }).data;
}

const articleDraftQuery = graphql(
  `
    query ArticleDraft($documentId: ID!) {
      article(documentId: $documentId) {
        ...ArticlePage
      }
    }
  `,
  [articlePageFragment],
);

/** The article that a token opens, as its page shows it. */
export async function previewArticle(token: string): Promise<Article | null> {
  const answer = await ask(token, articleDraftQuery);
  if (!answer?.article) return null;
  return { ...answer.article, body: parsed(OPERATION, parseArticleBody, answer.article.body) };
}

/** The clinic's facts and texts that a token opens. */
export async function previewClinic(token: string): Promise<{ clinic: Clinic; home: HomeTexts; texts: StandingTexts } | null> {
  const [clinic, home, texts] = await Promise.all([
    ask(token, clinicQuery),
    ask(token, homeTextsQuery),
    ask(token, standingTextsQuery),
  ]);
  if (!clinic?.clinic || !home?.clinic || !texts?.clinic) return null;
  const text = (value: unknown) => parsed(OPERATION, parseRichText, value);
  const { editorialPolicy, privacyPolicy, bookingText } = texts.clinic;
  return {
    clinic: clinic.clinic,
    home: home.clinic,
    texts: { editorialPolicy: text(editorialPolicy), privacyPolicy: text(privacyPolicy), bookingText: text(bookingText) },
  };
}
