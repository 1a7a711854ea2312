import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '@intervia/testing';
import { findPlatform, ROOT, type RunningPlatform } from '../platform/platform.js';
import { measureOf, type Measure } from './measure.js';

/** What a small machine has to bear; these are not compared with a bare chain but with what was promised. */
const FLOORS = { warmStartS: 5, launcherMb: 80, platformMb: 450 };
const IDLE_MS = 60_000;
/** Stand in for companies that are outside of a real platform. */
const DOUBLES = ['mail', 'sms'];
const START_DEADLINE_MS = 300_000;
/** Of /proc/PID/stat, on every Linux that Node runs on. */
const TICKS_PER_S = 100;
const MB = 1024;

/**
 * `npm start` as people type it, on a folder of its own: first with nothing there, then again; and what it holds after a minute
 * in which nobody did anything. Beside each time stands what it cost in seconds of processor, which a busy machine changes less.
 */
export async function* benchStart(): AsyncIterable<Measure> {
  const dataDir = await mkdtemp(join(tmpdir(), 'intervia-start-'));
  try {
    const first = await Start.begin(dataDir);
    yield first.measure('first start', FLOORS.warmStartS);
    await first.stop();
    const warm = await Start.begin(dataDir);
    yield warm.measure('warm start', FLOORS.warmStartS);
    await delay(IDLE_MS);
    yield* warm.memory();
    await warm.stop();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

class Start {
  private constructor(
    private readonly door: ChildProcess,
    private readonly run: RunningPlatform,
    private readonly seconds: number,
    private readonly cpuSeconds: number,
  ) {}

  static async begin(dataDir: string): Promise<Start> {
    const before = performance.now();
    const args = [join(ROOT, 'deploy/bootstrap.mjs'), 'start', '--data', dataDir, '--any-port'];
    const door = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    const run = await eventually(
      () => {
        if (door.exitCode !== null) throw new Error(`npm start ended with ${door.exitCode}`);
        return findPlatform(dataDir);
      },
      { timeoutMs: START_DEADLINE_MS, what: 'a platform that is ready' },
    );
    const page = await fetch(run.gateway);
    if (!page.ok) throw new Error(`the first page: ${page.status}`);
    const seconds = (performance.now() - before) / 1000;
    const cpu = [door.pid ?? 0, run.pid, ...Object.values(run.pids)].map(cpuSeconds);
    return new Start(door, run, seconds, sum(cpu));
  }

  measure(name: string, floor: number): Measure {
    return { ...measureOf(name, 's', this.seconds, floor), cpuSeconds: Number(this.cpuSeconds.toFixed(1)) };
  }

  *memory(): Iterable<Measure> {
    const { pid, pids } = this.run;
    const each = Object.fromEntries(Object.entries(pids).map(([name, one]) => [`${name}Mb`, rssMb(one)]));
    yield measureOf('launcher after a minute', 'MB', rssMb(pid), FLOORS.launcherMb);
    const real = Object.entries(pids).filter(([name]) => !DOUBLES.includes(name));
    const all = sum(real.map(([, one]) => rssMb(one)));
    yield {
      ...measureOf('one process after a minute', 'MB', rssMb(pids['platform'] ?? 0), FLOORS.platformMb),
      all,
      ...each,
    };
  }

  async stop(): Promise<void> {
    const closed = once(this.door, 'close');
    process.kill(this.run.pid, 'SIGTERM');
    await closed;
  }
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** Its own, and that of the children that it has waited for. */
function cpuSeconds(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // Behind the name, which may hold anything, field 3 comes first: utime is 14, cstime 17.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return sum(fields.slice(11, 15).map(Number)) / TICKS_PER_S;
}

function rssMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? NaN) / MB);
}
