import { mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes the folders that the CMS keeps its data in, for its own account only, and returns the one that is served to the public. The upload plugin refuses to
 * start without its folder, before any of our own code runs, so this is called while the configuration is read.
 * @throws {Error} in plain words if the folder cannot be made
 */
export function ensureDataFolder(dataDir: string): { public: string } {
  const publicDir = path.join(dataDir, 'public');
  try {
    mkdirSync(path.join(publicDir, 'uploads'), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Error(`The folder ${dataDir} cannot be written. Make it writable, or set CMS_DATA_DIR to one that is.`, {
      cause: error,
    });
  }
  return { public: publicDir };
}
