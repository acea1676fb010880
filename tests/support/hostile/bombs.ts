import { query, range, type HostileRequest } from './types.ts';

const nested = (levels: number) =>
  `${'{ articles { related '.repeat(1)}${'{ related '.repeat(levels)}{ slug }${' }'.repeat(levels)} } }`;

/** Deep, wide and repeated selections. */
function selections(): HostileRequest[] {
  const depths = range(25).map((i) => query(`depth ${i * 2 + 10}`, nested(i * 2 + 10)));
  const shallow = range(6).map((i) => query(`depth ${i + 1}`, nested(i + 1), 'harmless'));
  const wide = [50, 200, 400, 900, 2_000, 4_000].map((count) =>
    query(`${count} times one field`, `{ articles { ${'title '.repeat(count)} } }`, count < 500 ? 'harmless' : 'refused'),
  );
  const aliases = [31, 60, 100, 300].flatMap((count) => [
    query(
      `${count} aliases of a list`,
      `{ ${range(count)
        .map((i) => `a${i}: articles { slug }`)
        .join(' ')} }`,
    ),
    query(
      `${count} aliases of a field`,
      `{ articles { ${range(count)
        .map((i) => `a${i}: title`)
        .join(' ')} } }`,
    ),
  ]);
  const few = range(10).map((i) =>
    query(
      `${i + 2} lists at once`,
      `{ ${range(i + 2)
        .map((n) => `a${n}: articles { slug sources { title } }`)
        .join(' ')} }`,
      'harmless',
    ),
  );
  const lists = [101, 1_000, 1_000_000, 2_147_483_647, 4_294_967_296, -1, 0].flatMap((count) => [
    query(`a list of ${count}`, `{ articles(pagination: { limit: ${count} }) { slug } }`),
    query(`pages of ${count}`, `{ articles(pagination: { pageSize: ${count} }) { slug } }`),
    query(`a list of ${count} by variable`, 'query ($n: Int!) { articles(pagination: { limit: $n }) { slug } }', 'refused', {
      n: count,
    }),
    query(`a list of ${count} by default`, `query ($n: Int = ${count}) { articles(pagination: { limit: $n }) { slug } }`),
    query(`a list of ${count} by object`, 'query ($p: PaginationArg) { articles(pagination: $p) { slug } }', 'refused', {
      p: { limit: count },
    }),
  ]);
  const costly = [30, 60, 100].flatMap((count) => [
    query(
      `${count} whole articles`,
      `{ articles(pagination: { limit: ${count} }) { sources { title } related { sources { title } related { sources { title } } } } }`,
    ),
    query(
      `${count} whole articles by default`,
      `query ($p: PaginationArg = { limit: ${count} }) { articles(pagination: $p) { related { related { related { sources { title } } } } } }`,
    ),
    query(
      `${count} in a connection`,
      `{ articles_connection(pagination: { pageSize: ${count} }) { nodes { related { related { related { sources { title } } } } } } }`,
    ),
  ]);
  return [...depths, ...shallow, ...wide, ...aliases, ...few, ...lists, ...costly];
}

/** Fragments that double what they hold at each step: small to write, astronomic to expand. */
function fragments(): HostileRequest[] {
  const doubling = (count: number) =>
    `{ articles { ...F0 } } ${range(count)
      .map((i) => `fragment F${i} on Article { ${i + 1 < count ? `related { slug } ...F${i + 1} ...F${i + 1}` : 'slug'} }`)
      .join(' ')}`;
  const nesting = (count: number) =>
    `{ articles { ...F0 } } ${range(count)
      .map(
        (i) => `fragment F${i} on Article { ${i + 1 < count ? `related { ...F${i + 1} } a: related { ...F${i + 1} }` : 'slug'} }`,
      )
      .join(' ')}`;
  const cycle = (length: number) =>
    `{ articles { ...F0 } } ${range(length)
      .map((i) => `fragment F${i} on Article { related { ...F${(i + 1) % length} } }`)
      .join(' ')}`;
  const inline = (count: number) => `{ articles ${'{ ... on Article '.repeat(count)}{ slug }${' }'.repeat(count)} }`;
  return [
    ...range(57).map((i) => query(`fragment bomb of ${i + 4}`, doubling(i + 4), i + 4 < 8 ? 'harmless' : 'refused')),
    ...range(26).map((i) => query(`nested fragment bomb of ${i * 2 + 9}`, nesting(i * 2 + 9))),
    ...range(20).map((i) => query(`fragment cycle of ${i + 1}`, cycle(i + 1))),
    ...[10, 40, 80, 160].map((count) => query(`${count} inline fragments`, inline(count), 'harmless')),
    query('a fragment of nothing', '{ articles { ...Missing } }'),
    query('a fragment nobody uses', '{ articles { slug } } fragment A on Article { title }'),
    query('two fragments of a name', '{ articles { ...A } } fragment A on Article { slug } fragment A on Article { title }'),
    query('a fragment at the root of itself', '{ ...Q } fragment Q on Query { ...Q }'),
    query('a fragment on the wrong type', '{ articles { ...A } } fragment A on Clinic { name }'),
    query('a fragment on no type', '{ articles { ...A } } fragment A on Nothing { name }'),
    query('nothing but a fragment', 'fragment A on Article { slug }'),
    ...range(12).map((i) =>
      query(`${i * 40} spreads`, `{ ...Q ${'...Q '.repeat(i * 40)} } fragment Q on Query { clinic { name } }`, 'harmless'),
    ),
  ];
}

function directives(): HostileRequest[] {
  return [
    ...[11, 40, 100, 150].map((count) =>
      query(`${count} directives`, `{ clinic { name ${'@include(if: true) '.repeat(count)} } }`),
    ),
    ...['@defer', '@stream', '@client', '@cost(weight: 0)', '@listSize(assumedSize: 0)', '@deprecated', '@live', '@_'].flatMap(
      (name) => [
        query(`${name} on a field`, `{ articles ${name} { slug } }`),
        query(`${name} on an operation`, `query ${name} { articles { slug } }`),
      ],
    ),
    query(
      'hidden by a directive',
      `query ($no: Boolean = false) { articles(pagination: { limit: 100 }) @include(if: $no) { related { related { related { related { slug } } } } } }`,
    ),
    query('skipped', '{ clinic @skip(if: true) { name } }', 'harmless'),
  ];
}

/** Conditions without end, in the text and in the variables. */
function filters(): HostileRequest[] {
  const connective = (word: string, levels: number) =>
    `{ articles(filters: ${`{ ${word}: [`.repeat(levels)}{}${'] }'.repeat(levels)}) { slug } }`;
  const asVariable = (levels: number) => range(levels).reduce<unknown>((inner) => ({ and: [inner] }), {});
  const byVariable = 'query ($f: ArticleFiltersInput) { articles(filters: $f) { slug } }';
  const texts = (count: number) => range(count).map((i) => `text-${i}`);
  return [
    ...[2, 10, 40, 100, 400].flatMap((levels) => [
      query(`${levels} times and`, connective('and', levels)),
      query(`${levels} times or`, connective('or', levels)),
      query(`${levels} times not`, connective('not', levels)),
      query(`${levels} times and, by variable`, byVariable, 'refused', { f: asVariable(levels) }),
    ]),
    ...[101, 151, 300, 1_000].flatMap((count) => [
      query(`in ${count}`, `{ articles(filters: { slug: { in: ${JSON.stringify(texts(count))} } }) { slug } }`),
      query(`in ${count}, by variable`, byVariable, 'refused', { f: { slug: { in: texts(count) } } }),
      query(
        `in ${count}, by default`,
        `query ($in: [String!] = ${JSON.stringify(texts(count))}) { articles(filters: { slug: { in: $in } }) { slug } }`,
      ),
    ]),
    query('in 100', byVariable, 'harmless', { f: { slug: { in: texts(100) } } }),
    ...['slug', 'category', 'author', 'reviewer', 'source', 'documentId'].map((field) =>
      query(`in 60 twice by ${field}`, byVariable, 'refused', { f: { [field]: { in: texts(80) }, slug: { in: texts(80) } } }),
    ),
    ...[201, 1_000, 10_000].flatMap((length) => [
      query(`a text of ${length}`, `{ articleBySlug(slug: "${'a'.repeat(length)}") { __typename } }`),
      query(`a text of ${length}, by variable`, 'query ($s: String!) { articleBySlug(slug: $s) { __typename } }', 'refused', {
        s: 'a'.repeat(length),
      }),
      query(`a block text of ${length}`, `{ articleBySlug(slug: """${'a'.repeat(length)}""") { __typename } }`),
    ]),
  ];
}

/** Requests that ask for more than can be answered quickly. */
export function bombRequests(): HostileRequest[] {
  return [...selections(), ...fragments(), ...directives(), ...filters()];
}
