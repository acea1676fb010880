import type { Canaries } from '../canaries.ts';

import { query, range, type HostileRequest } from './types.ts';

const LISTS = ['articles', 'categories', 'contributors', 'sources', 'glossaryTerms', 'articles_connection'];
const ONE = ['article(documentId: "x")', 'articleBySlug(slug: "x")', 'categoryBySlug(slug: "x")', 'clinic'];

const DRAFT_ARGUMENTS = [
  'status: DRAFT',
  'status: draft',
  'status: "draft"',
  'publicationState: PREVIEW',
  'publicationFilter: NEVER_PUBLISHED',
  'publicationFilter: NEVER_PUBLISHED_DOCUMENT',
  'hasPublishedVersion: false',
  'hasPublishedVersion: true',
  'locale: "all"',
  'filters: { publishedAt: { null: true } }',
  'filters: { status: { eq: "draft" } }',
];

const fieldsOf = (root: string) =>
  root.startsWith('articles_connection')
    ? '{ nodes { slug } }'
    : root.startsWith('articleBySlug')
      ? '{ __typename }'
      : '{ __typename }';

/** Arguments that would reach drafts on a stock CMS, at every root, literally and by variable. */
function byArgument(): HostileRequest[] {
  const given = (root: string, argument: string) =>
    root.includes('(') ? `${root.slice(0, -1)}, ${argument})` : `${root}(${argument})`;
  const literal = [...LISTS, ...ONE].flatMap((root) =>
    DRAFT_ARGUMENTS.map((argument) => query(`draft argument ${argument}`, `{ ${given(root, argument)} ${fieldsOf(root)} }`)),
  );
  const variable = LISTS.flatMap((root) => [
    query('draft by variable', `query ($s: PublicationStatus) { ${root}(status: $s) ${fieldsOf(root)} }`, 'refused', {
      s: 'DRAFT',
    }),
    query('draft by default', `query ($s: PublicationStatus = DRAFT) { ${root}(status: $s) ${fieldsOf(root)} }`),
  ]);
  return [...literal, ...variable];
}

/** The yes/no game that spells out hidden text on a stock CMS: a filter on a relation. */
function byRelationFilter(): HostileRequest[] {
  const letters = Array.from('zqcanary');
  const filters = letters.flatMap((letter) => [
    `articles: { title: { startsWith: "${letter}" } }`,
    `articles: { documentId: { notNull: true }, title: { contains: "${letter}" } }`,
    `written: { body: { contains: "${letter}" } }`,
  ]);
  const oracle = LISTS.flatMap((root) =>
    filters.map((filter) => query('oracle on a relation', `{ ${root}(filters: { ${filter} }) ${fieldsOf(root)} }`)),
  );
  const operators = [
    'startsWith',
    'contains',
    'containsi',
    'eqi',
    'ne',
    'notIn',
    'between',
    'null',
    'notNull',
    'endsWith',
    'lt',
    'gt',
  ];
  const operator = operators.flatMap((name) =>
    ['slug', 'documentId', 'category', 'author', 'source'].map((field) =>
      query('operator that is not offered', `{ articles(filters: { ${field}: { ${name}: "z" } }) { slug } }`),
    ),
  );
  return [...oracle, ...operator];
}

/** Hidden documents asked for by name. Null, an empty list or "withdrawn" is a right answer. */
function byName({ documentIds, slugs, citationKey }: Canaries): HostileRequest[] {
  const body = '{ title summary body { __typename } related { title } author { name } sources { title } }';
  return [
    ...documentIds.flatMap((id) => [
      query('hidden article by identifier', `{ article(documentId: "${id}") ${body} }`, 'harmless'),
      query('hidden article by filter', `{ articles(filters: { documentId: { eq: "${id}" } }) ${body} }`, 'harmless'),
      query('hidden article by variable', `query ($id: ID!) { article(documentId: $id) ${body} }`, 'harmless', { id }),
      query(
        'hidden article by list',
        `query ($in: [String!]) { articles(filters: { documentId: { in: $in } }) ${body} }`,
        'harmless',
        {
          in: documentIds,
        },
      ),
    ]),
    ...slugs.flatMap((slug) => [
      query(
        'hidden article by address',
        `{ articleBySlug(slug: "${slug}") { ... on Article ${body} ... on MovedArticle { to } } }`,
        'harmless',
      ),
      query('hidden article by alias', `{ a: articles(filters: { slug: { eq: "${slug}" } }) ${body} }`, 'harmless'),
      query('hidden person', `{ contributorBySlug(slug: "${slug}") { name bio } }`, 'harmless'),
      query('hidden person’s articles', `{ articles(filters: { author: { eq: "${slug}" } }) ${body} }`, 'harmless'),
      query('hidden term', `{ glossaryTermBySlug(slug: "${slug}") { term } }`, 'harmless'),
    ]),
    query('hidden source', `{ sourceByKey(citationKey: "${citationKey}") { title note } }`, 'harmless'),
    query('articles of a hidden source', `{ articles(filters: { source: { eq: "${citationKey}" } }) ${body} }`, 'harmless'),
    query('everything by fragment', `{ articles(pagination: { limit: 20 }) { ...A } } fragment A on Article ${body}`, 'harmless'),
    query(
      'everything by inline fragment',
      `{ articles(pagination: { limit: 20 }) { ... on Article { ... { title } related { ... on Article { title } } } } }`,
      'harmless',
    ),
    query('what the clinic features', '{ clinic { banner featuredArticles { title slug summary } } }', 'harmless'),
  ];
}

/** Types and fields that are nobody’s business, and operations that change something. */
function byType(): HostileRequest[] {
  const types = [
    'users',
    'me',
    'usersPermissionsUser',
    'usersPermissionsUsers',
    'role',
    'adminUsers',
    'adminUser',
    'apiTokens',
    'uploadFiles',
  ];
  const more = [
    'uploadFile',
    'i18NLocales',
    'consultationRequests',
    'redirects',
    'reviews',
    'schedules',
    'drafts',
    'node',
    '_entities',
    '_service',
  ];
  const fields = [
    'password',
    'createdBy { email }',
    'updatedBy { resetPasswordToken }',
    'localizations { title }',
    'status',
    'draft',
    'id',
    'reviewNotes',
  ];
  const relations = [
    'category { articles { title } }',
    'author { written { title } }',
    'sources { articles { title } }',
    'cover { related { title } }',
  ];
  const mutations = [
    'mutation { register(input: { username: "x", email: "x@example.org", password: "x" }) { jwt } }',
    'mutation { login(input: { identifier: "x", password: "x" }) { jwt } }',
    'mutation { forgotPassword(email: "x@example.org") { ok } }',
    'mutation { createArticle(data: { title: "x" }) { title publishedAt } }',
    'mutation { updateArticle(documentId: "x", data: {}) { title } }',
    'mutation { deleteArticle(documentId: "x") { documentId } }',
    'mutation { createConsultationRequest(data: {}) { topic { articles { title } } } }',
    'mutation { upload(file: null) { url } }',
    'mutation { __typename }',
    'subscription { articles { title } }',
    'subscription { __typename }',
  ];
  return [
    ...[...types, ...more].flatMap((type) => [
      query('private type', `{ ${type} { id documentId email password resetPasswordToken } }`),
      query('private type by identifier', `{ ${type}(documentId: "1") { documentId } }`),
    ]),
    ...[...fields, ...relations].map((field) => query('private field', `{ articles { ${field} } }`)),
    ...mutations.map((text) => query('no question', text)),
    ...range(11).map((i) => query('two operations', `${mutations[i] ?? ''} query Q { __typename }`)),
  ];
}

/** Attempts to read what is not public. */
export function draftRequests(secrets: Canaries): HostileRequest[] {
  return [...byArgument(), ...byRelationFilter(), ...byName(secrets), ...byType()];
}
