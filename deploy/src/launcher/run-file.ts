import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the running platform is, for the demo, the tests and people. */
export interface RunFile {
  pid: number;
  ready: boolean;
  gateway: string;
  mail: string;
  sms: string;
  nats: { url: string; user: string; password: string };
  mongo: string;
  /** Of each living process, by name. */
  pids: Record<string, number>;
}

const pathOf = (dataDir: string): string => join(dataDir, 'run.json');

export function writeRunFile(dataDir: string, run: RunFile): void {
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
export function readRunFile(dataDir: string): RunFile | undefined {
  if (!existsSync(pathOf(dataDir))) return undefined;
  const run = JSON.parse(readFileSync(pathOf(dataDir), 'utf8')) as RunFile;
  return alive(run.pid) ? run : undefined;
}

/**
 * Ends what a launcher killed with -9 left behind: two servers on one data folder would corrupt it.
 * A pid may have been given to another program since, so only processes that name this folder are touched.
 */
export function endLeftovers(dataDir: string): void {
  if (!existsSync(pathOf(dataDir))) return;
  const { pids } = JSON.parse(readFileSync(pathOf(dataDir), 'utf8')) as RunFile;
  for (const pid of Object.values(pids)) {
    const environment = `/proc/${pid}/environ`;
    if (!alive(pid) || !existsSync(environment)) continue;
    if (readFileSync(environment, 'utf8').includes(`INTERVIA_DATA=${dataDir}\0`))
      process.kill(pid, 'SIGKILL');
  }
}
