import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Raised when what a release stores can no longer be read by the next. 2: tickets have phases and quotes. 3: the keys of the list. */
const FORMAT = '3';
const FILE = 'format';

/**
 * Data of an older format is set aside, whole, under a name that says when; nothing of it is changed.
 * Only the demo's: a production database is migrated by its operators.
 * @returns where it was put, if there was any
 */
export function setOldDataAside(dataDir: string, now: Date): string | undefined {
  const known = existsSync(join(dataDir, FILE)) ? readFileSync(join(dataDir, FILE), 'utf8').trim() : '1';
  if (known === FORMAT || !existsSync(join(dataDir, 'secrets.json'))) return undefined;
  const aside = `${dataDir}-format-${known}-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(dataDir, aside);
  return aside;
}

export function markFormat(dataDir: string): void {
  writeFileSync(join(dataDir, FILE), `${FORMAT}\n`);
}
