import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@intervia/testing';
import { findPlatform, ROOT, type RunningPlatform } from '../platform/platform.js';

const BOOT_MS = 240_000;
const DISK_MB = 1_024;
/** The platform is read-only below so much. */
const MIN_FREE_MB = 64;
const MIB = 1024 * 1024;

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/**
 * A split platform on a disk of its own, a small tmpfs where root may mount one: filling it harms nobody else.
 * Every fault acts on this folder and on the processes that the launcher wrote into it.
 */
export class Ground {
  private constructor(
    readonly dataDir: string,
    private readonly parent: string,
    readonly isOwnDisk: boolean,
    private launcher: ChildProcess,
    public platform: RunningPlatform,
  ) {}

  static async open(): Promise<Ground> {
    const parent = await mkdtemp(join(tmpdir(), 'intervia-chaos-'));
    const dataDir = join(parent, 'data');
    await mkdir(dataDir);
    const isOwnDisk = run('mount', '-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', dataDir);
    const launcher = launch(dataDir);
    try {
      return new Ground(dataDir, parent, isOwnDisk, launcher, await untilReady(dataDir, launcher));
    } catch (error) {
      launcher.kill('SIGTERM');
      throw error;
    }
  }

  /** As the launcher last wrote it: a process has another number after each restart. */
  async pidOf(name: string): Promise<number | undefined> {
    return (await findPlatform(this.dataDir))?.pids[name];
  }

  async signal(name: string, signal: NodeJS.Signals): Promise<void> {
    const pid = await this.pidOf(name);
    if (pid !== undefined) process.kill(pid, signal);
  }

  /** kill -9, then a new start on the same data, which finds what the old one left running. */
  async restartLauncher(): Promise<void> {
    const gone = once(this.launcher, 'exit');
    this.launcher.kill('SIGKILL');
    await gone;
    this.launcher = launch(this.dataDir);
    this.platform = await untilReady(this.dataDir, this.launcher);
  }

  /** Leaves room for nothing; what it answers gives the room back. */
  fillDisk(): () => void {
    const file = join(this.dataDir, 'filler');
    const { bavail, bsize } = statfsSync(this.dataDir);
    const chunk = Buffer.alloc(MIB);
    for (let left = bavail * bsize; left > 0; left -= MIB) {
      try {
        writeFileSync(file, chunk.subarray(0, Math.min(left, MIB)), { flag: 'a' });
      } catch {
        break;
      }
    }
    return () => rmSync(file, { force: true });
  }

  /** Ends the process and keeps its port, so that its next lives end at once, until the answer is called. */
  async keepAway(name: string, url: string): Promise<() => Promise<void>> {
    const port = Number(new URL(url).port);
    const squatter = createServer((socket) => socket.destroy());
    await eventually(
      async () => {
        await this.signal(name, 'SIGKILL').catch(() => undefined);
        const taken = new Promise<true>((resolve, reject) => {
          squatter.once('error', reject).listen(port, '127.0.0.1', () => resolve(true));
        });
        return taken.catch(() => undefined);
      },
      { timeoutMs: 30_000, intervalMs: 20, what: `the port of ${name}` },
    );
    return async () => {
      squatter.close();
      await once(squatter, 'close');
    };
  }

  async close(): Promise<void> {
    const gone = once(this.launcher, 'exit');
    this.launcher.kill('SIGTERM');
    await gone;
    if (this.isOwnDisk) run('umount', '-l', this.dataDir);
    await rm(this.parent, { recursive: true, force: true });
  }
}

function launch(dataDir: string): ChildProcess {
  const program = join(ROOT, 'deploy/dist/launcher/main.js');
  const args = [
    '--disable-warning=ExperimentalWarning',
    program,
    '--split',
    '--past-only',
    '--any-port',
    '--data',
    dataDir,
  ];
  return spawn(process.execPath, args, {
    stdio: 'ignore',
    env: { ...process.env, MIN_FREE_MB: String(MIN_FREE_MB) },
  });
}

function untilReady(dataDir: string, launcher: ChildProcess): Promise<RunningPlatform> {
  return eventually(
    async () => {
      if (launcher.exitCode !== null) throw new Error(`the launcher ended with ${launcher.exitCode}`);
      const found = await findPlatform(dataDir);
      return found?.pid === launcher.pid ? found : undefined;
    },
    { timeoutMs: BOOT_MS, intervalMs: 200, what: 'the platform' },
  );
}
