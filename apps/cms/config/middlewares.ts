import { env } from '../src/env';

const { SITE_URL } = env();

/**
 * A directive of the content security policy that allows these sources and no others. Strapi fills each list up with its own defaults,
 * place by place (`https:`, its market place), so a list must leave no place empty.
 */
const only = (...sources: string[]) => Array.from({ length: 6 }, (_, i) => sources[i] ?? "'self'");

export default [
  // GraphQL is served here, so that nothing that others need takes time from its readers.
  'global::graphql',
  'strapi::logger',
  'strapi::errors',
  'global::front-door',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'connect-src': only("'self'"),
          'font-src': only("'self'", 'data:'),
          'img-src': only("'self'", 'data:', 'blob:'),
          'media-src': only("'self'", 'data:', 'blob:'),
          'style-src': only("'self'", "'unsafe-inline'"),
          upgradeInsecureRequests: null,
        },
      },
    },
  },
  { name: 'strapi::cors', config: { origin: [SITE_URL], credentials: false } },
  'strapi::query',
  {
    name: 'strapi::body',
    config: { jsonLimit: '1mb', formLimit: '16kb', textLimit: '16kb', formidable: { maxFileSize: 15 * 1024 * 1024 } },
  },
  'global::upload-check',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
