import { env } from '../src/env';

const { MAIL_FROM, SMTP_URL } = env();

export default {
  ...(SMTP_URL !== undefined && {
    email: {
      config: {
        provider: 'nodemailer',
        providerOptions: { url: SMTP_URL },
        settings: { defaultFrom: MAIL_FROM, defaultReplyTo: MAIL_FROM },
      },
    },
  }),
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
