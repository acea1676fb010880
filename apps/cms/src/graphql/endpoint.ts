/** Where GraphQL is served. */
export const endpoint = '/graphql';
