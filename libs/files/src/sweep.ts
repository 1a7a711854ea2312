import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Description } from './description.js';
import { isUpload } from './description.js';

const DAY_MS = 24 * 3600_000;
/** Somebody may fill in a form for days; what nobody named by then, nobody will. */
const UNUSED_MS = 7 * DAY_MS;
/** Bytes that no description names may belong to one that is being written. */
const ORPHAN_MS = DAY_MS;

export interface Swept {
  readonly documents: number;
  readonly blobs: number;
}

/** Takes away, of one agency's folder, uploads that nothing came to name and bytes that no document has any more. */
export async function sweepAgency(folder: string, now: Date): Promise<Swept> {
  const swept = { documents: 0, blobs: 0 };
  const named = new Set<string>();
  for (const path of await filesIn(join(folder, 'files'))) {
    const description = JSON.parse(await readFile(path, 'utf8')) as Description;
    const isUnused = isUpload(description) && (description.uses ?? []).length === 0;
    if (isUnused && (await ageOf(path, now)) > UNUSED_MS) {
      await rm(path, { force: true });
      swept.documents += 1;
    } else named.add(description.sha256);
  }
  for (const path of await filesIn(join(folder, 'blobs'))) {
    if (named.has(path.slice(path.lastIndexOf('/') + 1)) || (await ageOf(path, now)) < ORPHAN_MS) continue;
    await rm(path, { force: true });
    swept.blobs += 1;
  }
  return swept;
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

async function ageOf(path: string, now: Date): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found ? now.getTime() - found.mtimeMs : 0;
}
