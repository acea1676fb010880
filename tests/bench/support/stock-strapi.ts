import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { cmsRoot, freshSecrets, startCms, temporaryFolder, type CmsProcess } from '../../support/cms-process.ts';
import { adminOf, type CallAdmin } from '../../support/strapi.ts';

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

const administrator = { email: 'bench@clinic.example', password: 'Only-for-this-bench-1' };

/** Strapi as it comes, with the same content types and nothing of our own, and its first administrator. */
export async function startStockStrapi(): Promise<{ cms: CmsProcess; admin: CallAdmin; stop: () => Promise<void> }> {
  const app = temporaryFolder('stock-strapi');
  for (const part of ['src/api', 'src/components']) {
    cpSync(path.join(cmsRoot, 'dist', part), path.join(app.path, part), { recursive: true });
  }
  for (const folder of ['config', 'public/uploads', 'database/migrations', 'data']) {
    mkdirSync(path.join(app.path, folder), { recursive: true });
  }
  for (const [name, code] of Object.entries(config)) writeFileSync(path.join(app.path, 'config', `${name}.js`), code);
  cpSync(path.join(cmsRoot, 'package.json'), path.join(app.path, 'package.json'));
  symlinkSync(path.join(cmsRoot, 'node_modules'), path.join(app.path, 'node_modules'));
  const environment = { ...freshSecrets(), LOG_LEVEL: 'error', STRAPI_TELEMETRY_DISABLED: 'true' };
  const cms = await startCms(path.join(app.path, 'data'), environment, app.path);
  const registered = await fetch(`${cms.url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ firstname: 'Bench', ...administrator }),
  });
  if (!registered.ok) throw new Error(`Strapi made no administrator: ${await registered.text()}`);
  return {
    cms,
    admin: adminOf(cms.url, administrator),
    stop: async () => {
      await cms.stop();
      app.remove();
    },
  };
}
