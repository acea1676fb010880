import { GraphQLError } from 'graphql';

/** An argument that cannot be answered, found only while answering. The whole request is then a bad one (400), as with any other. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}
