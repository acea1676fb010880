import path from 'node:path';

import * as v from 'valibot';

import { contentLicenses, type ContentLicense } from './content-licenses';

const PLACEHOLDER = /change.?me|to.?be.?modified|replace.?me|placeholder|example|secret|password/i;

const secret = v.pipe(
  v.string(),
  v.check((value) => !PLACEHOLDER.test(value), 'is a placeholder'),
  v.check((value) => Buffer.from(value, 'base64').length >= 32, 'must hold at least 32 random bytes in base64'),
);

const origin = v.pipe(
  v.string(),
  v.url('is not an address such as https://cms.example.org'),
  v.check(
    (value) => !URL.canParse(value) || (/^https?:$/.test(new URL(value).protocol) && new URL(value).pathname === '/'),
    'must be http(s) without a path',
  ),
  v.transform((value) => new URL(value).origin),
);

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'is not a port number'),
  v.transform(Number),
  v.check((value) => value >= 1 && value <= 65_535, 'is not a port number (1 to 65535)'),
);

const onOff = v.pipe(
  v.picklist(['on', 'off'], 'must be on or off'),
  v.transform((value) => value === 'on'),
);

const months = v.pipe(
  v.string(),
  v.regex(/^\d{1,2}$/, 'is not a number of months'),
  v.transform(Number),
  v.check((value) => value >= 1 && value <= 60, 'must be 1 to 60 months'),
);

const environment = v.pipe(
  v.object({
    NODE_ENV: v.optional(
      v.picklist(['development', 'production', 'test'], 'must be development, production or test'),
      'development',
    ),
    LOG_LEVEL: v.optional(
      v.picklist(['error', 'warn', 'info', 'http', 'debug'], 'must be error, warn, info, http or debug'),
      'info',
    ),
    CMS_HOST: v.optional(v.pipe(v.string(), v.nonEmpty('is empty')), '127.0.0.1'),
    CMS_PORT: v.optional(port, '1337'),
    CMS_URL: v.optional(origin),
    SITE_URL: v.optional(origin, 'http://localhost:3000'),
    CMS_DATA_DIR: v.optional(v.pipe(v.string(), v.nonEmpty('is empty')), '.data'),
    DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^postgres(?:ql)?:\/\/\S+$/, 'must begin with postgres://'))),
    DEMO_LIBRARY: v.optional(onOff, 'on'),
    // Whether an article goes live only after a clinical reviewer who did not edit it has marked it as reviewed.
    REVIEW_REQUIRED: v.optional(onOff, 'on'),
    // After so many months an article is due for its next review.
    REVIEW_MONTHS: v.optional(months, '12'),
    // By which server the CMS sends mail, and as whom; without it, it sends none.
    SMTP_URL: v.optional(v.pipe(v.string(), v.regex(/^smtps?:\/\/\S+$/, 'must begin with smtp:// or smtps://'))),
    MAIL_FROM: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[^<>\s@]+@[^<>\s@]+$|^[^<>]*<[^<>\s@]+@[^<>\s@]+>$/, 'is not a sender such as Clinic <desk@clinic.org>'),
      ),
    ),
    // Who is asked what a DOI stands for, when an editor pastes one.
    CROSSREF_URL: v.optional(origin, 'https://api.crossref.org'),
    // Lets one start make lists, search and change feed anew from the content: see `pnpm rebuild-index`.
    REBUILD_INDEX: v.optional(onOff, 'off'),
    FIRST_ADMIN_EMAIL: v.optional(v.pipe(v.string(), v.email('is not an e-mail address')), 'admin@example.org'),
    APP_KEYS: v.pipe(
      v.string(),
      v.transform((value) => value.split(',')),
      v.array(secret),
    ),
    API_TOKEN_SALT: secret,
    ADMIN_JWT_SECRET: secret,
    TRANSFER_TOKEN_SALT: secret,
    ENCRYPTION_KEY: secret,
    // What the site's own server shows the CMS, so that it is never taken for a stranger who asks too much.
    SITE_TOKEN: v.optional(secret),
    // Under which license others may reuse the clinic's texts; all rights are reserved unless the clinic says otherwise.
    CONTENT_LICENSE: v.optional(
      v.picklist(Object.keys(contentLicenses) as ContentLicense[], `must be one of ${Object.keys(contentLicenses).join(', ')}`),
    ),
    // The header in which a proxy in front of the CMS writes the client's address; only one that the proxy always overwrites.
    TRUSTED_PROXY_HEADER: v.optional(
      v.pipe(v.string(), v.regex(/^[\w-]+$/, 'must be the name of a header, for example x-real-ip'), v.toLowerCase()),
    ),
  }),
  v.check(({ APP_KEYS, API_TOKEN_SALT, ADMIN_JWT_SECRET, TRANSFER_TOKEN_SALT, ENCRYPTION_KEY, SITE_TOKEN }) => {
    const others = [API_TOKEN_SALT, ADMIN_JWT_SECRET, TRANSFER_TOKEN_SALT, ENCRYPTION_KEY, SITE_TOKEN];
    const secrets = [...APP_KEYS, ...others.filter((secret) => secret !== undefined)];
    return new Set(secrets).size === secrets.length;
  }, 'Each secret must be different from the others.'),
  v.check(
    ({ SMTP_URL, MAIL_FROM }) => (SMTP_URL === undefined) === (MAIL_FROM === undefined),
    'SMTP_URL and MAIL_FROM are set together or not at all.',
  ),
);

/** The CMS's settings, from the environment. */
export type Env = v.InferOutput<typeof environment> & { CMS_URL: string };

/**
 * Reads the settings.
 * @param values usually `process.env`; an empty string counts as not set
 * @throws {Error} with one sentence per setting that is wrong, never showing a secret's value
 */
export function parseEnv(values: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const result = v.safeParse(environment, given);
  if (!result.success) {
    const problems = result.issues.map((issue) =>
      [v.getDotPath(issue)?.replace(/\.\d+$/, ''), issue.received === 'undefined' ? 'is missing' : issue.message]
        .filter(Boolean)
        .join(' '),
    );
    throw new Error(
      `The CMS cannot start with these settings:\n${[...new Set(problems)].map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
  const { output } = result;
  return {
    ...output,
    CMS_DATA_DIR: path.resolve(output.CMS_DATA_DIR),
    CMS_URL: output.CMS_URL ?? `http://localhost:${output.CMS_PORT}`,
  };
}

let parsed: Env | undefined;

/** The settings, parsed once. The process ends, saying why, if they are wrong. */
export function env(): Env {
  try {
    parsed ??= parseEnv(process.env);
    return parsed;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}
