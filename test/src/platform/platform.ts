import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually, withDatabase } from '@intervia/testing';

/** Where the running platform is: what the launcher writes in `run.json`. */
export interface RunningPlatform {
  pid: number;
  ready: boolean;
  gateway: string;
  mail: string;
  sms: string;
  /** The partner's double. */
  jestimo: string;
  /** Board of the queues, for operators. */
  queues: string;
  nats: { url: string; user: string; password: string };
  mongo: string;
  /** Of each living process, by name. */
  pids: Record<string, number>;
  /** The same with the moment of their start, by which a process is told from a later one of the same number. */
  children: Record<string, { pid: number; started: string }>;
}

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const BOOT_DEADLINE_MS = 120_000;

/** The platform that keeps its data in this folder, when it is up. */
export async function findPlatform(dataDir: string): Promise<RunningPlatform | undefined> {
  const text = await readFile(join(dataDir, 'run.json'), 'utf8').catch(() => undefined);
  const run = text === undefined ? undefined : (JSON.parse(text) as RunningPlatform);
  if (!run?.ready) return undefined;
  try {
    process.kill(run.pid, 0);
    return run;
  } catch {
    return undefined;
  }
}

/** On a database server that others gave us, too, a platform of its own shares nothing with the last one. */
function ownDatabase(): NodeJS.ProcessEnv {
  const { MONGODB_URI } = process.env;
  return MONGODB_URI ? { MONGODB_URI: withDatabase(MONGODB_URI) } : {};
}

/** A platform of its own for one test: own data, own ports, real processes. */
export class OwnPlatform {
  private constructor(
    readonly run: RunningPlatform,
    readonly dataDir: string,
    private readonly launcher: ChildProcess,
  ) {}

  static async start(...args: string[]): Promise<OwnPlatform> {
    const dataDir = await mkdtemp(join(tmpdir(), 'intervia-'));
    const program = join(ROOT, 'deploy/dist/launcher/main.js');
    const launcher = spawn(
      process.execPath,
      [program, '--data', dataDir, '--any-port', '--past-only', ...args],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...ownDatabase() },
      },
    );
    const output: string[] = [];
    const keep = (chunk: Buffer): void => void output.push(chunk.toString());
    launcher.stdout.on('data', keep);
    launcher.stderr.on('data', keep);
    try {
      const run = await eventually(
        () => {
          if (launcher.exitCode !== null) throw new Error(`the launcher ended with ${launcher.exitCode}`);
          return findPlatform(dataDir);
        },
        { timeoutMs: BOOT_DEADLINE_MS },
      );
      return new OwnPlatform(run, dataDir, launcher);
    } catch (cause) {
      launcher.kill('SIGTERM');
      throw new Error(`the platform did not start:\n${output.join('')}`, { cause });
    }
  }

  /** Ends one process with no warning; the launcher starts it again. Resolves when a new one runs. */
  async killProcess(name: string): Promise<void> {
    const before = (await this.pids())[name];
    if (before === undefined) throw new Error(`no process « ${name} »`);
    process.kill(before, 'SIGKILL');
    await eventually(async () => {
      const now = (await this.pids())[name];
      return now !== undefined && now !== before ? now : undefined;
    });
  }

  async stop(): Promise<void> {
    const closed = once(this.launcher, 'close');
    this.launcher.kill('SIGTERM');
    await closed;
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private async pids(): Promise<Record<string, number>> {
    return (await findPlatform(this.dataDir))?.pids ?? {};
  }
}
