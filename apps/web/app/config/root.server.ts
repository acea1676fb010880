import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of this package, wherever the process was started and whether the code is bundled or not. */
export const packageRoot: string = nearestPackage(import.meta.dirname);

function nearestPackage(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error(`no package.json above ${import.meta.dirname}`);
  return nearestPackage(parent);
}
