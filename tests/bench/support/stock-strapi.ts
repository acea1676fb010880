import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import Database from 'better-sqlite3';

import { cmsRoot, freshSecrets, startCms, temporaryFolder, type CmsProcess } from '../../support/cms-process.ts';
import { adminOf, type Administrator, type CallAdmin } from '../../support/strapi.ts';

/** Configuration as a new Strapi project has it, on SQLite. */
const config = {
  admin: `module.exports = ({ env }) => ({
    auth: { secret: env('ADMIN_JWT_SECRET') },
    apiToken: { salt: env('API_TOKEN_SALT') },
    transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
    secrets: { encryptionKey: env('ENCRYPTION_KEY') },
    serveAdminPanel: false,
  });`,
  api: `module.exports = { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } };`,
  database: `const path = require('path');
  module.exports = ({ env }) => ({
    connection: {
      client: 'sqlite',
      connection: { filename: path.join(env('CMS_DATA_DIR'), 'data.db') },
      useNullAsDefault: true,
      acquireConnectionTimeout: 60000,
    },
  });`,
  middlewares: `module.exports = ['strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::poweredBy',
    'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public'];`,
  server: `module.exports = ({ env }) => ({ host: '127.0.0.1', port: env.int('CMS_PORT'), app: { keys: env.array('APP_KEYS') } });`,
};

/** Indexes that our CMS makes beside Strapi's own. */
const OWN_INDEXES = ['articles_slug_index', 'articles_first_published_index', 'articles_published_slug_unique'];

/** Copies content types as they are made in the admin: a field with an editor of its own is plain JSON to Strapi, and nothing is indexed. */
function copySchemas(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  for (const file of readdirSync(to, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))) {
    const schema = JSON.parse(readFileSync(path.join(to, file), 'utf8')) as {
      attributes?: Record<string, { type: string }>;
      indexes?: unknown;
    };
    delete schema.indexes;
    for (const attribute of Object.values(schema.attributes ?? {})) if (attribute.type === 'customField') attribute.type = 'json';
    writeFileSync(path.join(to, file), JSON.stringify(schema));
  }
}

const newcomer = { email: 'bench@clinic.example', password: 'Only-for-this-bench-1' };

/** A database of the CMS to begin with, and who its administrator is. */
interface Content {
  database: string;
  administrator: Administrator;
}

/**
 * Strapi as it comes, with the same content types and nothing of our own, and its first administrator.
 * @param content to begin with, instead of nothing
 */
export async function startStockStrapi(
  content?: Content,
): Promise<{ cms: CmsProcess; admin: CallAdmin; stop: () => Promise<void> }> {
  const app = temporaryFolder('stock-strapi');
  for (const part of ['src/api', 'src/components']) copySchemas(path.join(cmsRoot, 'dist', part), path.join(app.path, part));
  for (const folder of ['config', 'public/uploads', 'database/migrations', 'data']) {
    mkdirSync(path.join(app.path, folder), { recursive: true });
  }
  for (const [name, code] of Object.entries(config)) writeFileSync(path.join(app.path, 'config', `${name}.js`), code);
  writeFileSync(path.join(app.path, 'package.json'), JSON.stringify(withGraphQL()));
  symlinkSync(path.join(cmsRoot, 'node_modules'), path.join(app.path, 'node_modules'));
  if (content) copyContent(content.database, path.join(app.path, 'data/data.db'));
  const environment = { ...freshSecrets(), LOG_LEVEL: 'error', STRAPI_TELEMETRY_DISABLED: 'true' };
  const cms = await startCms(path.join(app.path, 'data'), environment, app.path);
  if (!content) await register(cms.url);
  return {
    cms,
    admin: adminOf(cms.url, content?.administrator ?? newcomer),
    stop: async () => {
      await cms.stop();
      app.remove();
    },
  };
}

function copyContent(from: string, to: string): void {
  cpSync(from, to);
  const database = new Database(to);
  for (const name of OWN_INDEXES) database.exec(`DROP INDEX IF EXISTS "${name}"`);
  database.close();
}

/** What Strapi finds its plugins by. Our own CMS serves GraphQL without the one that Strapi has for it. */
function withGraphQL(): object {
  const own = JSON.parse(readFileSync(path.join(cmsRoot, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
  return { ...own, dependencies: { ...own['dependencies'], '@strapi/plugin-graphql': 'catalog:' } };
}

async function register(url: string): Promise<void> {
  const registered = await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ firstname: 'Bench', ...newcomer }),
  });
  if (!registered.ok) throw new Error(`Strapi made no administrator: ${await registered.text()}`);
}
