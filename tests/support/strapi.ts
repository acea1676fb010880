import { createRequire } from 'node:module';
import path from 'node:path';

import { inject } from 'vitest';

import type { refuseFailedCommits } from '../../apps/cms/src/database/durability.ts';

import { cmsRoot } from './cms-process.ts';
import { freePort } from './ports.ts';
import { copyOf } from './ready-cms.ts';

type Strapi = Parameters<typeof refuseFailedCommits>[0];

/** A real Strapi inside the test's own process, listening on loopback. */
export interface TestCms {
  strapi: Strapi;
  url: string;
  dataDir: string;
  /** Asks the public GraphQL interface as a stranger. */
  graphql: (query: string, variables?: Record<string, unknown>) => Promise<GraphQLAnswer>;
  /** The token of the first administrator. */
  token: () => Promise<string>;
  /** Calls the admin's interface as the first administrator. */
  admin: CallAdmin;
  /** A part of the compiled CMS, the same that runs. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- whoever asks knows what the part holds
  module: <T>(name: string) => T;
  stop: () => Promise<void>;
}

export interface Administrator {
  email: string;
  password: string;
}

export type CallAdmin = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: never }>;

export interface GraphQLAnswer {
  status: number;
  data?: Record<string, never> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Sends a GraphQL operation to a CMS as a stranger. */
export async function askCms(url: string, query: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    // While a test writes, the CMS in the same process may close a connection that the client still counts on.
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

/**
 * Boots the compiled CMS on a copy of the filled database (or on `DATABASE_URL`, if given). One boot per test file: the CMS reads its
 * environment once per process.
 */
export async function bootStrapi(env: Record<string, string> = {}): Promise<TestCms> {
  const ready = inject('readyCms');
  const copy = copyOf(ready);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  Object.assign(process.env, ready.secrets, {
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    // Who must have looked at an article is tested where it is the subject.
    REVIEW_REQUIRED: 'off',
    CMS_PORT: String(port),
    CMS_URL: url,
    CMS_DATA_DIR: copy.path,
    STRAPI_TELEMETRY_DISABLED: 'true',
    ...env,
  });
  const { createStrapi } = createRequire(path.join(cmsRoot, 'package.json'))('@strapi/strapi') as {
    createStrapi: (options: { appDir: string; distDir: string }) => { load: () => Promise<Strapi> };
  };
  const strapi = await createStrapi({ appDir: cmsRoot, distDir: path.join(cmsRoot, 'dist') }).load();
  await new Promise<void>((resolve) => strapi.server.listen(port, '127.0.0.1', resolve));
  const { token, call } = sessionOf(url, ready.administrator);
  return {
    strapi,
    url,
    dataDir: copy.path,
    graphql: (query, variables) => askCms(url, query, variables),
    token,
    admin: call,
    module: (name) => createRequire(import.meta.url)(path.join(cmsRoot, 'dist/src', `${name}.js`)) as never,
    stop: async () => {
      const listeners = process.eventNames().map((name) => [name, process.listeners(name as never)] as const);
      await strapi.destroy();
      // Strapi takes every listener off the process, the test runner's own channel among them.
      for (const [name, own] of listeners) for (const listener of own) process.on(name, listener as never);
      copy.remove();
    },
  };
}

/** Calls the admin's interface as one administrator, who signs in at the first call: Strapi allows few sign-ins a minute. */
export function adminOf(url: string, administrator: Administrator): CallAdmin {
  return sessionOf(url, administrator).call;
}

function sessionOf(url: string, administrator: Administrator): { token: () => Promise<string>; call: CallAdmin } {
  let signedIn: Promise<string> | undefined;
  const token = () => (signedIn ??= signIn(url, administrator));
  const send = async (method: string, to: string, body?: unknown) =>
    fetch(`${url}${to}`, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        connection: 'close',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const call: CallAdmin = async (method, to, body) => {
    let response = await send(method, to, body);
    if (response.status === 401) {
      // Strapi ends every session of whoever tries to change a password.
      signedIn = undefined;
      response = await send(method, to, body);
    }
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as never };
  };
  return { token, call };
}

async function signIn(url: string, { email, password }: Administrator): Promise<string> {
  const response = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { data } = (await response.json()) as { data: { token: string } };
  return data.token;
}
