import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A process that we started: its number alone may have been given to another since. */
export interface Child {
  readonly pid: number;
  /** When it was started, as the system tells: equal for the same process only. */
  readonly started: string;
}

/** Field 22 of /proc/PID/stat, counted behind the name, which may hold anything. */
const fromProc = (pid: number): string | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only its parent has not yet read how.
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
};

const fromPs = (pid: number): string | undefined => {
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout?.trim() || undefined;
};

/** Undefined when no such process lives. */
export const startOf = (pid: number): string | undefined =>
  process.platform === 'linux' ? fromProc(pid) : fromPs(pid);

export const isRunning = ({ pid, started }: Child): boolean => startOf(pid) === started;

/** The process and all that it started: each of ours leads a group of its own. */
export const killGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone already.
  }
};

const GONE_MS = 5_000;
const LOOK_MS = 20;

/**
 * Ends what a killed launcher left behind, and waits until it is gone: two servers on one data folder would
 * damage it, and the old ones still hold the ports.
 * @returns the names of those that lived
 */
export async function endLeftovers(children: Readonly<Record<string, Child>>): Promise<readonly string[]> {
  const alive = Object.entries(children).filter(([, child]) => isRunning(child));
  for (const [, { pid }] of alive) killGroup(pid, 'SIGKILL');
  const deadline = performance.now() + GONE_MS;
  while (alive.some(([, child]) => isRunning(child)) && performance.now() < deadline) await delay(LOOK_MS);
  return alive.map(([name]) => name);
}
