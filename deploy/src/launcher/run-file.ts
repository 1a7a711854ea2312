import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningPlatform } from '@intervia/test';

const pathOf = (dataDir: string): string => join(dataDir, 'run.json');

export function writeRunFile(dataDir: string, run: RunningPlatform): void {
  const path = pathOf(dataDir);
  // Written aside then renamed: a reader never sees half a file.
  writeFileSync(`${path}.part`, JSON.stringify(run, undefined, 2), { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

export function removeRunFile(dataDir: string): void {
  rmSync(pathOf(dataDir), { force: true });
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The platform whose data this is, when its launcher lives. */
export function readRunFile(dataDir: string): RunningPlatform | undefined {
  if (!existsSync(pathOf(dataDir))) return undefined;
  const run = JSON.parse(readFileSync(pathOf(dataDir), 'utf8')) as RunningPlatform;
  return alive(run.pid) ? run : undefined;
}

/**
 * Ends what a launcher killed with -9 left behind: two servers on one data folder would corrupt it.
 * A pid may have been given to another program since, so only processes that name this folder are touched.
 */
export function endLeftovers(dataDir: string): void {
  if (!existsSync(pathOf(dataDir))) return;
  const { pids } = JSON.parse(readFileSync(pathOf(dataDir), 'utf8')) as RunningPlatform;
  for (const pid of Object.values(pids)) {
    const environment = `/proc/${pid}/environ`;
    if (!alive(pid) || !existsSync(environment)) continue;
    if (readFileSync(environment, 'utf8').includes(`INTERVIA_DATA=${dataDir}\0`))
      process.kill(pid, 'SIGKILL');
  }
}
