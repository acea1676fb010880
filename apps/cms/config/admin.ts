import { env } from '../src/env';
import { previewAddress } from '../src/preview/address';

const { ADMIN_JWT_SECRET, API_TOKEN_SALT, CMS_URL, ENCRYPTION_KEY, SITE_URL, TRANSFER_TOKEN_SALT } = env();

export default {
  autoOpen: false,
  auth: {
    secret: ADMIN_JWT_SECRET,
    // Strapi throws when a secure cookie meets plain http, as on localhost.
    cookie: { secure: CMS_URL.startsWith('https:'), sameSite: 'strict', path: '/admin' },
    sessions: {
      maxSessionLifespan: 30 * 86_400,
      idleSessionLifespan: 2 * 3_600,
      maxRefreshTokenLifespan: 30 * 86_400,
      idleRefreshTokenLifespan: 7 * 86_400,
    },
  },
  apiToken: { salt: API_TOKEN_SALT },
  transfer: { token: { salt: TRANSFER_TOKEN_SALT } },
  secrets: { encryptionKey: ENCRYPTION_KEY },
  // The preview is the site's own page, shown in a frame.
  preview: { enabled: true, config: { allowedOrigins: [SITE_URL], handler: previewAddress } },
  flags: { nps: false, promoteEE: false, docLinks: true },
  tours: { enabled: false },
};
