import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningPlatform } from '@intervia/test';

const pathOf = (dataDir: string): string => join(dataDir, 'run.json');

/** Written aside then renamed: a reader never sees half a file. */
export function writeRunFile(dataDir: string, run: RunningPlatform): void {
  const path = pathOf(dataDir);
  writeFileSync(`${path}.part`, JSON.stringify(run, undefined, 2), { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

export function removeRunFile(dataDir: string): void {
  rmSync(pathOf(dataDir), { force: true });
}

/** What the last launcher on this data wrote, alive or not: only the lock of the folder tells which. */
export function readRunFile(dataDir: string): RunningPlatform | undefined {
  try {
    return JSON.parse(readFileSync(pathOf(dataDir), 'utf8')) as RunningPlatform;
  } catch {
    return undefined;
  }
}
