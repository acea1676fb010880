import { deflateSync, gzipSync } from 'node:zlib';

import { chance, post, postBytes, query, range, type HostileRequest } from './types.ts';

const HARMLESS = '{"query":"{ __typename }"}';
const json = { 'content-type': 'application/json' };

/** Bodies that are no GraphQL request at all. */
function bodies(): HostileRequest[] {
  const random = chance(7);
  const valid = Buffer.from(
    '{"query":"{ articles(pagination: { limit: 3 }) { slug title } }","variables":{"a":[1,2,{"b":null}]}}',
  );
  const truncated = range(40).map((i) => postBytes('cut off', valid.subarray(0, Math.floor((i * (valid.length - 1)) / 40))));
  const noise = range(40).map((i) => postBytes('noise', Buffer.from(range(i * 20 + 1).map(() => Math.floor(random() * 256)))));
  const values = [
    null,
    1,
    true,
    'query',
    [],
    {},
    [[]],
    { query: null },
    { query: 1 },
    { query: {} },
    { query: ['{ __typename }'] },
    { query: '' },
  ];
  const more = [{ query: '   ' }, { query: '#' }, { queries: '{ __typename }' }, { query: '{ __typename }', variables: 'x' }];
  const evenMore = [
    { query: '{ __typename }', variables: [1] },
    { query: '{ __typename }', operationName: 3 },
    { query: '{ __typename }', operationName: 'Other' },
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
    { extensions: { persistedQuery: { version: 1, sha256Hash: '../../etc/passwd' } } },
    { documentId: `sha256:${'0'.repeat(64)}` },
  ];
  const batches = [1, 2, 10, 100].map((count) =>
    post(
      `a batch of ${count}`,
      range(count).map(() => ({ query: '{ __typename }' })),
    ),
  );
  const nestedJson = [100, 1_000, 8_000].map((levels) => postBytes('nested JSON', `${'['.repeat(levels)}${']'.repeat(levels)}`));
  const nestedVariables = [6, 100, 1_000, 3_000].map((levels) =>
    postBytes('nested variables', `{"query":"{ __typename }","variables":{"a":${'['.repeat(levels)}${']'.repeat(levels)}}}`),
  );
  return [
    ...truncated,
    ...noise,
    ...[...values, ...more, ...evenMore].map((value) => post('a body of another shape', value)),
    ...batches,
    ...nestedJson,
    ...nestedVariables,
    postBytes('UTF-16', Buffer.from(HARMLESS, 'utf16le')),
    postBytes('bytes that are no text', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x7d])),
    postBytes(
      'half a character',
      Buffer.concat([Buffer.from('{"query":"{ __typename }","x":"'), Buffer.from([0xe2, 0x82]), Buffer.from('"}')]),
    ),
    postBytes('a NUL', '{"query":"{ articleBySlug(slug: \\"a\\u0000b\\") { __typename } }"}'),
    query('a NUL by variable', 'query ($s: String!) { articleBySlug(slug: $s) { __typename } }', 'refused', { s: 'a\u0000b' }),
    ...[17, 64, 300, 2_000].map((kb) => postBytes(`${kb} kB`, `{"query":"{ __typename ${' '.repeat(kb * 1024)} }"}`)),
    ...[20, 100].map((kb) =>
      postBytes(`${kb} kB of variables`, JSON.stringify({ query: '{ __typename }', variables: { a: 'a'.repeat(kb * 1024) } })),
    ),
    postBytes('a duplicate key', '{"query":"{ __typename }","query":"mutation { __typename }"}'),
  ];
}

/** Documents that do not parse, or parse into something else than a question. */
function documents(): HostileRequest[] {
  const random = chance(11);
  const valid = 'query Q($slug: String!) { articleBySlug(slug: $slug) { ... on Article { title sources { doi year } } } }';
  const broken = range(80).map(() => {
    const at = Math.floor(random() * valid.length);
    const what = ['{', '}', '(', '"', '$', '@', ':', '!', '...', '\\', '\u202e', '&', '|'][Math.floor(random() * 13)] ?? '';
    return query('a broken document', `${valid.slice(0, at)}${what}${valid.slice(at + Math.floor(random() * 3))}`, 'harmless', {
      slug: 'x',
    });
  });
  const openers = ['{', '[', '(', '"', '"""', '{a(b:[', '{a(b:{c:', '...', '@a', '$', '#'];
  const repeated = openers.flatMap((text) => [50, 500, 3_000].map((count) => query('openers without end', text.repeat(count))));
  const definitions = [
    'type Query { a: Int }',
    'schema { query: Query }',
    'extend type Query { a: Int } { __typename }',
    'directive @a on FIELD { __typename }',
    'scalar A query { __typename }',
    'query A { __typename } query B { __typename }',
    'query A { __typename } query A { __typename }',
    '{ __typename } { __typename }',
  ];
  return [...broken, ...repeated, ...definitions.map((text) => query('a definition', text))];
}

function variables(): HostileRequest[] {
  const list =
    'query ($p: PaginationArg, $f: ArticleFiltersInput, $s: [String!]) { articles(pagination: $p, filters: $f, sort: $s) { slug } }';
  const wrong: Record<string, unknown>[] = [
    { p: 'x' },
    { p: 1 },
    { p: [1] },
    { p: { limit: '10' } },
    { p: { limit: 1.5 } },
    { p: { limit: 1e300 } },
    { p: { limit: {} } },
    { p: { limit: [1, 2] } },
    { p: { page: 1, start: 1 } },
    { p: { page: -1 } },
    { p: { start: -5 } },
    { p: { start: 999_999_999 } },
    { p: { unknown: 1 } },
    { f: { slug: 'x' } },
    { f: { slug: { eq: 1 } } },
    { f: { slug: { eq: ['x'] } } },
    { f: { slug: { eq: { $ne: null } } } },
    { f: { slug: { $ne: 'x' } } },
    { f: { $or: [] } },
    { f: { evidence: { eq: 'DRAFT' } } },
    { f: { evidence: { in: ['ESTABLISHED', null] } } },
    { f: { firstPublishedAt: { gt: 'yesterday' } } },
    { f: { firstPublishedAt: { gt: 0 } } },
    { f: { firstPublishedAt: { gt: '9999-99-99T99:99:99Z' } } },
    { s: ['body:asc'] },
    { s: ['author.password:asc'] },
    { s: ['title:asc; drop table articles'] },
    { s: ['title:asc', 'slug:asc', 'updatedAt:asc', 'firstPublishedAt:asc', 'title:desc'] },
    { s: [''] },
    { s: [':'] },
    { s: ['constructor:asc'] },
    { s: ['__proto__:asc'] },
    { s: 3 },
  ];
  const strange = [
    "' OR 1=1 --",
    '../../etc/passwd',
    '%00',
    '${7*7}',
    '{{7*7}}',
    '<script>',
    '\u202e',
    '😀',
    '\ud800',
    '; DROP TABLE',
    '\\',
    '%',
    '_',
  ];
  return [
    ...wrong.map((given) => query('variables of the wrong kind', list, 'refused', given)),
    postBytes(
      'a prototype',
      '{"query":"query($p:PaginationArg){articles(pagination:$p){slug}}","variables":{"p":{"__proto__":{"limit":5}}}}',
    ),
    ...strange.map((slug) =>
      query('a strange address', 'query ($slug: String!) { articleBySlug(slug: $slug) { __typename } }', 'harmless', { slug }),
    ),
    ...strange.map((slug) =>
      query('a strange filter', 'query ($s: [String!]) { articles(filters: { category: { in: $s } }) { slug } }', 'harmless', {
        s: [slug],
      }),
    ),
    query('a variable that is not given', 'query ($slug: String!) { articleBySlug(slug: $slug) { __typename } }'),
    query('a variable that is null', 'query ($slug: String!) { articleBySlug(slug: $slug) { __typename } }', 'refused', {
      slug: null,
    }),
    query('a variable that is not declared', '{ articleBySlug(slug: $slug) { __typename } }', 'refused', { slug: 'x' }),
    query('a variable that nothing uses', 'query ($slug: String) { __typename }', 'refused', { slug: 'x' }),
    query(
      '200 variables',
      `query (${range(200)
        .map((i) => `$v${i}: Int`)
        .join(' ')}) { __typename }`,
    ),
  ];
}

/** Requests that come in another way than the one that is offered. */
function transports(): HostileRequest[] {
  const send = (method: string, path: string, headers: Record<string, string>, body?: string | Buffer): HostileRequest => ({
    name: `${method} ${path} ${headers['content-type'] ?? ''} ${headers['content-encoding'] ?? ''}`,
    method,
    path,
    headers,
    expected: 'refused',
    ...(body !== undefined && { body: Buffer.from(body) }),
  });
  const types = [
    'text/plain',
    'application/graphql',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'text/html',
    'application/jsonp',
    'application/json-patch+json',
    'image/png',
    '*/*',
    '',
  ];
  return [
    ...['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'REPORT'].map((method) => send(method, '/graphql', json)),
    ...[
      '?query={__typename}',
      '?query={articles{title}}&variables={}',
      '?operationName=A',
      '?documentId=sha256:0',
      '?x',
      '?',
    ].map((search) => send('GET', `/graphql${search}`, {})),
    ...['?query={__typename}', '?x=1', '?query=', '?_method=GET'].map((search) =>
      send('POST', `/graphql${search}`, json, HARMLESS),
    ),
    ...types.flatMap((type) => [
      send('POST', '/graphql', { 'content-type': type }, HARMLESS),
      send('POST', '/GraphQL/', { 'content-type': type }, HARMLESS),
    ]),
    send('POST', '/graphql', { ...json, 'content-encoding': 'gzip' }, gzipSync(HARMLESS)),
    send('POST', '/graphql', { ...json, 'content-encoding': 'deflate' }, deflateSync(HARMLESS)),
    send('POST', '/graphql', { ...json, 'content-encoding': 'gzip' }, gzipSync(`{"query":"${' '.repeat(10_000_000)}"}`)),
    send('POST', '/graphql', { ...json, 'content-encoding': 'br' }, HARMLESS),
    send('POST', '/graphql', { ...json, authorization: 'Bearer invented' }, HARMLESS),
    send('POST', '/graphql', { ...json, authorization: 'Basic YTpi' }, HARMLESS),
    send('POST', '/graphql', { ...json, authorization: '' }, HARMLESS),
    send('POST', '/graphql/graphql', json, HARMLESS),
    send('POST', '/graphql/../api/articles', json, HARMLESS),
    send('POST', '/api/graphql', json, HARMLESS),
    send('GET', '/api/articles?status=draft&populate=*', {}),
    send('GET', '/content-manager/collection-types/api::article.article', {}),
  ];
}

/** Questions about the schema: welcome, within bounds. */
function introspection(): HostileRequest[] {
  const deep = (levels: number) => `{ __schema { types { ${'fields { type { '.repeat(levels)}name${' } }'.repeat(levels)} } } }`;
  return [
    query('the names of all types', '{ __schema { types { name } } }', 'harmless'),
    query('one type', '{ __type(name: "Article") { fields { name description args { name } } } }', 'harmless'),
    query('a type that is not there', '{ __type(name: "User") { fields { name } } }', 'harmless'),
    ...range(12).map((i) => query(`introspection ${i + 4} deep`, deep(i + 4))),
    ...[5, 10, 25].map((count) =>
      query(
        `introspection ${count} times`,
        `{ ${range(count)
          .map((i) => `a${i}: __schema { types { fields { args { type { name } } } } }`)
          .join(' ')} }`,
        'harmless',
      ),
    ),
    query('introspection beside content', '{ __schema { types { name } } articles { slug } }'),
    query(
      'introspection beside content, by fragment',
      '{ ...Q articles { slug } } fragment Q on Query { __type(name: "Article") { name } }',
    ),
    query('a guess', '{ artcles { slug } }'),
    query('another guess', '{ articles { titel } }'),
    ...range(20).map((i) => query('a guess at a name', `{ ${'articles'.slice(0, (i % 8) + 1)}${i} { slug } }`)),
  ];
}

/** Requests of the wrong form. */
export function formRequests(): HostileRequest[] {
  return [...bodies(), ...documents(), ...variables(), ...transports(), ...introspection()];
}
