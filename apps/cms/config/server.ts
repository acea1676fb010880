import { env } from '../src/env';
import { ensureDataFolder } from '../src/setup/data-folder';

const { APP_KEYS, CMS_DATA_DIR, CMS_HOST, CMS_PORT, CMS_URL } = env();

export default {
  host: CMS_HOST,
  port: CMS_PORT,
  url: CMS_URL,
  app: { keys: APP_KEYS },
  dirs: ensureDataFolder(CMS_DATA_DIR),
  // Slow clients are cut off early: Node's defaults leave a half-sent request open for minutes.
  http: {
    serverOptions: { headersTimeout: 5_000, requestTimeout: 60_000, connectionsCheckingInterval: 1_000, keepAliveTimeout: 5_000 },
  },
  logger: { startup: { enabled: false }, updates: { enabled: false } },
  transfer: { remote: { enabled: false } },
};
