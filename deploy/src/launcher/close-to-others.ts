import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOR_OTHERS = 0o077;

/**
 * Folders become 700 and files 600, whatever they were: an older release, or a copy, left some open. Once the folder
 * itself is closed nobody else gets at what is inside, so that it is walked only when it was not.
 */
export function closeToOthers(folder: string): void {
  if ((lstatSync(folder).mode & FOR_OTHERS) === 0) return;
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o700);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & ~FOR_OTHERS);
  }
}
