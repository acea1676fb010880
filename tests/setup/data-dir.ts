import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll } from 'vitest';

// What a test makes the site keep is not kept where a site that is in use keeps it.
const folder = mkdtempSync(path.join(tmpdir(), 'clinic-unit-'));
process.env['WEB_DATA_DIR'] = folder;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
