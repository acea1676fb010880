import { randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { parseEnv } from './env';

const secret = () => randomBytes(32).toString('base64');
const secrets = () => ({
  APP_KEYS: `${secret()},${secret()}`,
  API_TOKEN_SALT: secret(),
  ADMIN_JWT_SECRET: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  ENCRYPTION_KEY: secret(),
});

describe('the environment of the CMS', () => {
  it('needs nothing but secrets', () => {
    expect(parseEnv(secrets())).toMatchObject({
      CMS_HOST: '127.0.0.1',
      CMS_PORT: 1337,
      CMS_URL: 'http://localhost:1337',
      SITE_URL: 'http://localhost:3000',
      DEMO_LIBRARY: true,
    });
  });

  it('takes its own address from the port', () => {
    expect(parseEnv({ ...secrets(), CMS_PORT: '4000' }).CMS_URL).toBe('http://localhost:4000');
  });

  it('treats an empty setting as none', () => {
    expect(parseEnv({ ...secrets(), DATABASE_URL: '', CMS_PORT: '' }).CMS_PORT).toBe(1337);
  });

  it.each([
    ['CMS_PORT', '0', 'is not a port number (1 to 65535)'],
    ['CMS_PORT', '80a', 'is not a port number'],
    ['SITE_URL', 'localhost:3000', 'must be http(s) without a path'],
    ['SITE_URL', 'nonsense', 'is not an address such as https://cms.example.org'],
    ['SITE_URL', 'https://clinic.test/path', 'must be http(s) without a path'],
    ['DATABASE_URL', 'mysql://root@localhost/cms', 'must begin with postgres://'],
    ['DEMO_LIBRARY', 'maybe', 'must be on or off'],
    ['FIRST_ADMIN_EMAIL', 'nobody', 'is not an e-mail address'],
    ['NODE_ENV', 'prod', 'must be development, production or test'],
    ['LOG_LEVEL', 'loud', 'must be error, warn, info, http or debug'],
    ['ADMIN_JWT_SECRET', 'toBeModified1', 'is a placeholder'],
    ['API_TOKEN_SALT', randomBytes(16).toString('base64'), 'must hold at least 32 random bytes in base64'],
  ])('refuses %s=%s', (name, value, message) => {
    expect(() => parseEnv({ ...secrets(), [name]: value })).toThrow(`- ${name} ${message}`);
  });

  it('names every secret that is missing, and shows none', () => {
    const { APP_KEYS, ENCRYPTION_KEY, ...rest } = secrets();
    expect(() => parseEnv({ ...rest, APP_KEYS: 'short' })).toThrow(
      /- APP_KEYS must hold at least 32 random bytes in base64\n {2}- ENCRYPTION_KEY is missing$/,
    );
    expect(APP_KEYS).not.toBe(ENCRYPTION_KEY);
  });

  it('refuses one secret for two purposes', () => {
    const same = secret();
    expect(() => parseEnv({ ...secrets(), API_TOKEN_SALT: same, ADMIN_JWT_SECRET: same })).toThrow('different from the others');
  });
});
