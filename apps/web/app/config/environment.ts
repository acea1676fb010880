import path from 'node:path';

import * as v from 'valibot';

/** The environment names something that cannot be used. The message is for the person who starts the server. */
export class EnvironmentError extends Error {}

const PLACEHOLDER = /to-?be-?modified|change-?me|replace-?me|placeholder|your-|<|example\.(?:com|net|org)/i;

const value = v.pipe(
  v.string(),
  v.trim(),
  v.check((text) => !PLACEHOLDER.test(text), 'still holds a placeholder'),
);

const origin = v.pipe(
  value,
  v.check(isOrigin, 'must be an origin such as https://clinic.test: http or https, no path, no password'),
  v.transform((text) => new URL(text).origin),
);

const port = v.pipe(
  value,
  v.regex(/^\d{1,5}$/, 'must be a port number'),
  v.transform(Number),
  v.maxValue(65_535, 'must be a port number up to 65535'),
  v.minValue(1, 'must be a port number from 1'),
);

const secret = v.pipe(value, v.regex(/^[\w+/=-]{32,}$/, 'must be at least 32 characters of base64'));

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  return bare && (url.protocol === 'https:' || url.protocol === 'http:');
}

/** The settings of the web server, checked. */
export interface Environment {
  /** True when the server runs from its build; false under `pnpm dev`. */
  production: boolean;
  /** Where visitors reach the site: an origin without a trailing slash. */
  siteUrl: string;
  /** Where this server reaches the CMS: an origin without a trailing slash. */
  cmsUrl: string;
  /** By what the CMS knows this server; undefined if it counts as anybody. */
  siteToken: string | undefined;
  host: string;
  port: number;
  /** Absolute path of a folder for what the server keeps between starts. */
  dataDir: string;
}

/**
 * Reads the settings from an environment; what is not set gets its default.
 * @throws {EnvironmentError} with one sentence that names the variable
 */
export function parseEnvironment(source: Record<string, string | undefined>, root: string): Environment {
  const read = <T>(name: string, schema: v.GenericSchema<string, T>, fallback: string): T => {
    const given = source[name];
    const result = v.safeParse(schema, given === undefined || given === '' ? fallback : given);
    if (result.success) return result.output;
    throw new EnvironmentError(`${name} ${result.issues[0].message} (it is "${given ?? fallback}").`);
  };
  /** A refusal must not repeat a secret. */
  const readSecret = (name: string): string | undefined => {
    const result = v.safeParse(v.optional(secret), source[name] === '' ? undefined : source[name]);
    if (result.success) return result.output;
    throw new EnvironmentError(`${name} ${result.issues[0].message}.`);
  };
  const listenPort = read('PORT', port, '3000');
  return {
    production: source['NODE_ENV'] !== 'development',
    siteUrl: read('SITE_URL', origin, `http://localhost:${listenPort}`),
    cmsUrl: read('CMS_URL', origin, 'http://localhost:1337'),
    siteToken: readSecret('SITE_TOKEN'),
    host: read('HOST', v.pipe(value, v.regex(/^[\w.:-]+$/, 'must be a host name or address to listen on')), 'localhost'),
    port: listenPort,
    dataDir: path.resolve(root, read('WEB_DATA_DIR', value, '.data')),
  };
}
