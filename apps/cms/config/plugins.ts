import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';

import { formatPublicError } from '../src/graphql/format-error';

export default {
  graphql: {
    enabled: true,
    config: {
      endpoint: '/graphql',
      shadowCRUD: false,
      depthLimit: 10,
      defaultLimit: 25,
      maxLimit: 100,
      generateArtifacts: false,
      landingPage: () => ApolloServerPluginLandingPageDisabled(),
      apolloServer: {
        cors: false,
        formatError: formatPublicError,
        // The schema is a public contract, so it may be asked for; guesses at its names are not answered.
        introspection: true,
        hideSchemaDetailsFromClientErrors: true,
        includeStacktraceInErrorResponses: false,
        persistedQueries: false,
        allowBatchedHttpRequests: false,
      },
    },
  },
  upload: {
    config: {
      sizeLimit: 15 * 1024 * 1024,
      // The site makes the sizes it shows; the media library needs no more than its thumbnail.
      breakpoints: {},
      security: {
        allowedTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'application/pdf'],
        deniedTypes: ['image/svg+xml', 'text/html', 'application/javascript', 'text/javascript', 'application/xhtml+xml'],
      },
    },
  },
};
