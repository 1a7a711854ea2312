import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';

export interface ProcessSpec {
  name: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  /** Resolves when the process can be used; rejects or never resolves otherwise. */
  ready: (signal: AbortSignal) => Promise<void>;
}

export interface SupervisorListener {
  line(name: string, text: string): void;
  restarted(name: string, why: string): void;
  /** A process has a new pid, or none any more. */
  pids(pids: Record<string, number>): void;
}

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 5_000;
const READY_DEADLINE_MS = 120_000;
const STOP_DEADLINE_MS = 15_000;

/** Starts processes in order, starts again those that die, stops them in the reverse order. */
export class Supervisor {
  readonly #specs: ProcessSpec[] = [];
  readonly #children = new Map<string, ChildProcess>();
  #stopping = false;

  constructor(private readonly listener: SupervisorListener) {}

  /** Starts one process and waits until it is ready. */
  async start(spec: ProcessSpec): Promise<void> {
    this.#specs.push(spec);
    this.#spawn(spec, FIRST_DELAY_MS);
    const deadline = AbortSignal.timeout(READY_DEADLINE_MS);
    await spec.ready(deadline).catch((cause: unknown) => {
      throw new Error(`${spec.name} was not ready within ${READY_DEADLINE_MS / 1000} s`, { cause });
    });
  }

  #spawn(spec: ProcessSpec, delay: number): void {
    const child = spawn(spec.command, spec.args, {
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/', ...spec.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Ctrl-C reaches the launcher alone: it decides the order in which the others stop.
      detached: true,
    });
    this.#children.set(spec.name, child);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (text) => this.listener.line(spec.name, text));
    }
    child.once('error', (error) => this.listener.line(spec.name, error.message));
    child.once('close', (code, signal) => this.#closed(spec, delay, signal ?? `exit ${code}`));
    this.#tellPids();
  }

  #closed(spec: ProcessSpec, delay: number, why: string): void {
    this.#children.delete(spec.name);
    this.#tellPids();
    if (this.#stopping) return;
    this.listener.restarted(spec.name, why);
    setTimeout(() => {
      if (!this.#stopping) this.#spawn(spec, Math.min(delay * 2, LONGEST_DELAY_MS));
    }, delay);
  }

  #tellPids(): void {
    const pids = [...this.#children].flatMap(([name, { pid }]) => (pid ? [[name, pid] as const] : []));
    this.listener.pids(Object.fromEntries(pids));
  }

  /** Stops every process, last started first; one that ignores SIGTERM is killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const { name } of this.#specs.toReversed()) {
      const child = this.#children.get(name);
      if (!child) continue;
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
      await closed;
      clearTimeout(killer);
    }
  }
}
