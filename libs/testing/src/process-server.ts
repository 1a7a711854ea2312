import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './ports.js';

export interface RunningServer {
  url: string;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
  /** kill -9; its data stays. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
}

export interface ServerRecipe {
  command: string;
  /** Arguments for a port and a data directory. */
  args(port: number, dataDir: string): string[];
}

/** A machine that also builds and benches may take its time. */
const START_MS = 45_000;
const TERM_MS = 3_000;
const guards = new WeakMap<ChildProcess, ChildProcess>();

/**
 * Ends the server when this process ends, however it does: a test runner kills its workers without a word,
 * and no exit handler runs then. The guard reads a pipe that only our life keeps open.
 */
function guard(server: ChildProcess): ChildProcess {
  const watcher = spawn('sh', ['-c', 'cat >/dev/null; kill -9 "$0"', String(server.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Ctrl-C reaches the whole group of the terminal; the guard must outlive us to do its work.
    detached: true,
  });
  watcher.unref();
  return watcher;
}

/** A real server in a process of its own, on a free port, with its own temporary data. */
export async function startServer(
  recipe: ServerRecipe,
): Promise<{ port: number } & Omit<RunningServer, 'url'>> {
  const dataDir = await mkdtemp(join(tmpdir(), `intervia-${recipe.command}-`));
  const port = await freePort();
  const start = () => launch(recipe.command, recipe.args(port, dataDir), port);
  let child = await start();
  return {
    port,
    stop: async () => {
      await end(child, 'SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
    kill: () => end(child, 'SIGKILL'),
    restart: async () => {
      await end(child, 'SIGTERM');
      child = await start();
    },
  };
}

async function launch(command: string, args: string[], port: number): Promise<ChildProcess> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2_000)));
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (cause) => reject(new Error(`Cannot start ${command}`, { cause })));
    child.once('exit', (code) => {
      reject(new Error(`${command} ended with ${code}: ${complaint}`));
    });
  });
  if (child.pid !== undefined) guards.set(child, guard(child));
  await Promise.race([accepts(port), failed]);
  failed.catch(() => undefined);
  return child;
}

async function accepts(port: number): Promise<void> {
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline) {
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await delay(20);
  }
  throw new Error(`Nothing accepts connections on port ${port}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  guards.get(child)?.kill('SIGKILL');
  const gone = once(child, 'exit');
  child.kill(signal);
  // Redis ignores SIGTERM while it loads or when it cannot save.
  const impatience = setTimeout(() => child.kill('SIGKILL'), TERM_MS);
  await gone;
  clearTimeout(impatience);
}
